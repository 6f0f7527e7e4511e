import { describe, expect, test } from '@jest/globals';
import {
  AwsClientBuilder,
  BedrockClientBuilder,
  type BedrockEndpoint,
  type InferenceProfile,
} from '../../lib/bedrock/index.js';
import { FoundryClientBuilder } from '../../lib/foundry/index.js';
import { MessagesRequest } from '../../lib/request/messages-request.js';
import { VertexClientBuilder } from '../../lib/vertex/index.js';

/** The address and the body of a request. */
interface Sent {
  readonly url: string;
  readonly body: { readonly model?: string; readonly anthropic_version?: string };
}

/** A fetch that records each request. */
function recordingFetch(sent: Sent[]) {
  return async (url: string | URL | Request, { body }: { readonly body?: unknown }) => {
    sent.push({ url: String(url), body: JSON.parse(String(body)) });
    return Response.json({ content: [], input_tokens: 14 });
  };
}

const requestTo = (model: string) =>
  MessagesRequest.parse(
    { model, max_tokens: 9, messages: [{ role: 'user', content: 'Hello' }] },
    { unknownModels: 'keep' },
  );

async function bedrock(model: string, endpoint: BedrockEndpoint, region: string, profile?: InferenceProfile) {
  const sent: Sent[] = [];
  const builder = BedrockClientBuilder.create().region(region).apiKey('k').endpoint(endpoint);
  const client = (profile === undefined ? builder : builder.inferenceProfile(profile))
    .fetch(recordingFetch(sent))
    .build();
  await client.createMessage(requestTo(model));
  return sent[0];
}

async function vertex(
  model: string,
  region: string,
  call: 'createMessage' | 'countTokens' = 'createMessage',
) {
  const sent: Sent[] = [];
  const client = VertexClientBuilder.create()
    .project('my-project')
    .region(region)
    .authToken('t')
    .fetch(recordingFetch(sent))
    .build();
  await client[call](requestTo(model));
  return sent[0];
}

describe('Bedrock', () => {
  test.each([
    ['us-east-1', 'us'],
    ['us-gov-west-1', 'us'],
    ['eu-central-1', 'eu'],
    ['ap-northeast-1', 'jp'],
    ['ap-northeast-3', 'jp'],
    ['ap-northeast-2', 'apac'],
    ['ap-southeast-2', 'au'],
    ['ap-southeast-4', 'au'],
    ['ap-southeast-1', 'apac'],
    ['ap-south-1', 'apac'],
    ['sa-east-1', 'global'],
    ['ca-central-1', 'global'],
  ])('runtime: in %s the model id begins with %s', async (region, area) => {
    expect((await bedrock('claude-opus-5-5', 'runtime', region))?.url).toBe(
      `https://bedrock-runtime.${region}.amazonaws.com/model/${area}.anthropic.claude-opus-5-5/invoke`,
    );
  });

  test('runtime: inferenceProfile() sets the prefix of the model id', async () => {
    expect((await bedrock('claude-opus-5-5', 'runtime', 'us-east-1', 'global'))?.url).toContain(
      '/model/global.anthropic.claude-opus-5-5/invoke',
    );
  });

  test.each([
    ['claude-fable-5-2', 'claude-fable-5-2'],
    ['claude-opus-4-8', 'claude-opus-4-8'],
    ['claude-opus-4-6', 'claude-opus-4-6-v1'],
    ['claude-sonnet-4-6', 'claude-sonnet-4-6'],
    ['claude-opus-4-5', 'claude-opus-4-5-20251101-v1:0'],
    ['claude-sonnet-4-5-20250929', 'claude-sonnet-4-5-20250929-v1:0'],
    ['claude-haiku-4-5', 'claude-haiku-4-5-20251001-v1:0'],
    ['claude-3-7-sonnet-latest', 'claude-3-7-sonnet-20250219-v1:0'],
    ['claude-3-5-sonnet-20241022', 'claude-3-5-sonnet-20241022-v2:0'],
  ])('runtime: %s is sent as %s', async (model, id) => {
    expect((await bedrock(model, 'runtime', 'us-east-1'))?.url).toContain(`/model/us.anthropic.${id}/invoke`);
  });

  test('mantle: the request goes to /anthropic/v1/messages with the model in its body', async () => {
    const sent = await bedrock('claude-haiku-4-5-20251001', 'mantle', 'eu-west-1');
    expect(sent).toMatchObject({
      url: 'https://bedrock-mantle.eu-west-1.api.aws/anthropic/v1/messages',
      body: { model: 'anthropic.claude-haiku-4-5' },
    });
  });

  test('a custom model id is sent unchanged', async () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2';
    expect((await bedrock(arn, 'runtime', 'us-east-1'))?.url).toContain(
      '/model/arn:aws:bedrock:us-east-1:123456789012:application-inference-profile%2Fa1b2/invoke',
    );
    expect((await bedrock('ours', 'mantle', 'us-east-1'))?.body.model).toBe('ours');
  });

  test('mantle: countTokens() goes to count_tokens', async () => {
    const sent: Sent[] = [];
    const client = BedrockClientBuilder.create()
      .region('us-east-1')
      .apiKey('k')
      .fetch(recordingFetch(sent))
      .build();
    expect((await client.countTokens(requestTo('claude-opus-5-5'))).input_tokens).toBe(14);
    expect(sent).toEqual([
      {
        url: 'https://bedrock-mantle.us-east-1.api.aws/anthropic/v1/messages/count_tokens',
        body: { model: 'anthropic.claude-opus-5-5', messages: [{ role: 'user', content: 'Hello' }] },
      },
    ]);
  });
});

describe('Vertex AI', () => {
  const path = 'v1/projects/my-project/locations';

  test.each([
    ['global', 'https://aiplatform.googleapis.com'],
    ['us', 'https://aiplatform.us.rep.googleapis.com'],
    ['eu', 'https://aiplatform.eu.rep.googleapis.com'],
    ['europe-west1', 'https://europe-west1-aiplatform.googleapis.com'],
  ])('sends a request for the region %s to %s', async (region, host) => {
    expect((await vertex('claude-opus-5-5', region))?.url).toBe(
      `${host}/${path}/${region}/publishers/anthropic/models/claude-opus-5-5:rawPredict`,
    );
  });

  test.each([
    ['claude-opus-4-6', 'claude-opus-4-6', 'vertex-2023-10-16'],
    ['claude-opus-4-7', 'claude-opus-4-7', '2026-10-21'],
    ['claude-opus-4-5', 'claude-opus-4-5@20251101', 'vertex-2023-10-16'],
    ['claude-haiku-4-5-20251001', 'claude-haiku-4-5@20251001', 'vertex-2023-10-16'],
    ['claude-3-5-sonnet-20241022', 'claude-3-5-sonnet-v2@20241022', 'vertex-2023-10-16'],
    ['ours', 'ours', '2026-10-21'],
  ])('sends %s as %s, with anthropic_version %s', async (model, id, version) => {
    const sent = await vertex(model, 'global');
    expect(sent?.url).toContain(`/models/${id}:rawPredict`);
    expect(sent?.body).toMatchObject({ anthropic_version: version });
    expect(sent?.body).not.toHaveProperty('model');
  });

  test('countTokens() goes to count-tokens:rawPredict with the model in its body', async () => {
    expect(await vertex('claude-haiku-4-5', 'global', 'countTokens')).toEqual({
      url: `https://aiplatform.googleapis.com/${path}/global/publishers/anthropic/models/count-tokens:rawPredict`,
      body: {
        model: 'claude-haiku-4-5@20251001',
        messages: [{ role: 'user', content: 'Hello' }],
        anthropic_version: 'vertex-2023-10-16',
      },
    });
  });
});

describe('Foundry', () => {
  test('sends requests to the host of the resource, with the deployment as the model', async () => {
    const sent: Sent[] = [];
    const client = FoundryClientBuilder.create()
      .resource('my-resource')
      .apiKey('k')
      .fetch(recordingFetch(sent))
      .build();
    await client.createMessage(requestTo('claude-haiku-4-5-20251001'));
    await client.createMessage(requestTo('our-deployment'));
    await client.countTokens(requestTo('claude-opus-5-5'));
    expect(sent.map(({ url, body }) => [url, body.model])).toEqual([
      ['https://my-resource.services.ai.azure.com/anthropic/v1/messages', 'claude-haiku-4-5'],
      ['https://my-resource.services.ai.azure.com/anthropic/v1/messages', 'our-deployment'],
      ['https://my-resource.services.ai.azure.com/anthropic/v1/messages/count_tokens', 'claude-opus-5-5'],
    ]);
  });
});

test('the Claude Platform on AWS has the paths of the Claude API on a host of its region', async () => {
  const urls: string[] = [];
  const client = AwsClientBuilder.create()
    .region('eu-west-1')
    .workspace('w')
    .apiKey('k')
    .fetch(async (url) => {
      urls.push(String(url));
      return Response.json({ content: [], input_tokens: 14, data: [], id: 'x' });
    })
    .build();
  await client.createMessage(requestTo('claude-opus-5-5'));
  await client.countTokens(requestTo('claude-opus-5-5'));
  await client.batches.retrieve('b');
  await client.files.retrieve('f');
  await client.models.retrieve('m');
  const host = 'https://aws-external-anthropic.eu-west-1.api.aws/v1';
  expect(urls).toEqual(
    ['messages', 'messages/count_tokens', 'messages/batches/b', 'files/f', 'models/m'].map(
      (path) => `${host}/${path}`,
    ),
  );
});
