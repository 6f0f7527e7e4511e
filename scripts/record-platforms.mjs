// Records what the official platform packages send, for `__tests__/platforms/official.test.ts`: `npm run record:platforms`.
//
// Installs the packages into a scratch folder (with their dependencies they are about a hundred packages, so they are not
// development dependencies). Makes the same calls with each to a local server, and writes the path, the headers and the body
// of each call into official-calls.jsonl. The first line has the packages and the requests; each further line is a call.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}.cache/official-platforms`;
const packages = {
  '@anthropic-ai/bedrock-sdk': '1.1.3',
  '@anthropic-ai/vertex-sdk': '1.1.3',
  '@anthropic-ai/foundry-sdk': '1.1.1',
};

mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/package.json`, JSON.stringify({ private: true, dependencies: packages }));
execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
  cwd: folder,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const require = createRequire(`${folder}/package.json`);
const { AnthropicBedrock, AnthropicBedrockMantle } = require('@anthropic-ai/bedrock-sdk');
const { AnthropicVertex } = require('@anthropic-ai/vertex-sdk');
const { OAuth2Client } = createRequire(require.resolve('@anthropic-ai/vertex-sdk'))('google-auth-library');
const { AnthropicFoundry } = require('@anthropic-ai/foundry-sdk');

const schema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const messages = [{ role: 'user', content: 'Hello' }];
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The request of each call, without its model, and with its betas. */
const calls = {
  plain: { max_tokens: 1024, messages },
  'with a system prompt that is cached': {
    max_tokens: 1024,
    messages,
    system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
  },
  'with a tool': {
    max_tokens: 1024,
    messages,
    tools: [{ name: 'get_weather', description: 'Gets the weather.', input_schema: schema }],
    tool_choice: { type: 'auto', disable_parallel_tool_use: true },
  },
  'with the result of a tool': {
    max_tokens: 1024,
    messages: [
      ...messages,
      {
        role: 'assistant',
        content: [{ type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Zürich' } }],
      },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: '21 °C' }] },
    ],
    tools: [{ name: 'get_weather', input_schema: schema }],
  },
  'with an image': {
    max_tokens: 1024,
    messages: [
      {
        role: 'user',
        content: [
          { type: 'image', source: { type: 'base64', media_type: 'image/png', data: png } },
          { type: 'text', text: 'What is this?' },
        ],
      },
    ],
  },
  'with a format': {
    max_tokens: 1024,
    messages,
    output_config: { format: { type: 'json_schema', schema: { ...schema, additionalProperties: false } } },
  },
  'with stop sequences and a user': {
    max_tokens: 1024,
    messages,
    stop_sequences: ['END'],
    metadata: { user_id: 'user-1' },
  },
  'with betas': { max_tokens: 1024, messages, betas: ['a-2026-01-01', 'b-2026-01-01'] },
};

const KEYS = {
  awsAccessKey: 'AKIAIOSFODNN7EXAMPLE',
  awsSecretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/** The platforms: the model ids on the platform by the ids of the Claude API, and a client. */
const platforms = [
  {
    platform: 'bedrock-runtime',
    models: {
      'claude-opus-5-5': 'us.anthropic.claude-opus-5-5',
      'claude-haiku-4-5': 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    },
    client: (url) => new AnthropicBedrock({ ...KEYS, awsRegion: 'us-east-1', baseURL: url, maxRetries: 0 }),
  },
  {
    platform: 'bedrock-mantle',
    models: {
      'claude-opus-5-5': 'anthropic.claude-opus-5-5',
      'claude-haiku-4-5': 'anthropic.claude-haiku-4-5',
    },
    client: (url) =>
      new AnthropicBedrockMantle({
        ...KEYS,
        awsSecretAccessKey: KEYS.awsSecretKey,
        awsRegion: 'us-east-1',
        baseURL: `${url}/anthropic`,
        maxRetries: 0,
      }),
  },
  {
    platform: 'vertex',
    models: { 'claude-opus-5-5': 'claude-opus-5-5', 'claude-haiku-4-5': 'claude-haiku-4-5@20251001' },
    client: (url) =>
      new AnthropicVertex({
        projectId: 'my-project',
        region: 'europe-west1',
        authClient: Object.assign(new OAuth2Client(), { credentials: { access_token: 'ya29.token' } }),
        // In this package, the base URL includes the version.
        baseURL: `${url}/v1`,
        maxRetries: 0,
      }),
  },
  {
    platform: 'foundry',
    models: { 'claude-opus-5-5': 'claude-opus-5-5', 'claude-haiku-4-5': 'claude-haiku-4-5' },
    client: (url) =>
      new AnthropicFoundry({ apiKey: 'azure-key', baseURL: `${url}/anthropic`, maxRetries: 0 }),
  },
];

let received;
const server = createServer(async (request, response) => {
  const { method, url, headers } = request;
  received = { method, url, headers, body: JSON.parse(await text(request)) };
  // Only the request matters. The error ends the call.
  response.writeHead(400, { 'content-type': 'application/json' });
  response.end('{"type":"error","error":{"type":"invalid_request_error","message":"recorded"}}');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}`;

/** The headers that are recorded: API headers and credentials, but not transport headers. */
const RECORDED_HEADERS = /^(anthropic-|x-api-key$|api-key$)|^authorization$/;

const recorded = [];
for (const { platform, models, client } of platforms) {
  for (const [model, id] of Object.entries(models)) {
    // The second model shows how ids differ, so one call is enough for it.
    const names = model === 'claude-opus-5-5' ? Object.keys(calls) : ['plain'];
    for (const [name, stream] of names.flatMap((each) => [
      [each, false],
      [each, true],
    ])) {
      const { betas, ...fields } = calls[name];
      received = undefined;
      await client(address)
        .messages.create(
          { model: id, ...fields, ...(stream && { stream }) },
          { headers: betas && { 'anthropic-beta': betas.join(',') } },
        )
        .catch(() => undefined);
      if (received === undefined) throw new Error(`${platform} sent nothing: ${name}`);
      const { url: path, headers, body } = received;
      const recordedHeaders = Object.entries(headers)
        .filter(([header]) => RECORDED_HEADERS.test(header))
        // The signature differs each time, so only its algorithm is recorded.
        .map(([header, value]) => [header, value.startsWith('AWS4') ? value.split(' ')[0] : value]);
      recorded.push({
        platform,
        name,
        model,
        stream,
        sent: { path, headers: Object.fromEntries(recordedHeaders), body },
      });
    }
  }
}
server.close();
server.closeAllConnections();

const file = `${root}__tests__/platforms/official-calls.jsonl`;
const lines = [{ packages, requests: calls }, ...recorded].map((line) => `${JSON.stringify(line)}\n`);
writeFileSync(file, lines.join(''));
console.log(`wrote ${recorded.length} calls to ${file}`);
