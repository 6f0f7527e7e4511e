import { Client } from '../client/client.js';
import { EMPTY_DRAFT, finish } from '../client/client-draft.js';
import { type ClientOptions, withOptions } from '../client/client-options.js';
import { ApiKey } from '../values/api-key.js';
import type { DefaultVersion, Version } from '../values/version.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import { type FakeRequest, fakeFetch } from './fake-fetch.js';
import { failure, type Reply } from './reply.js';

/** An answer for the requests that it fits, as often as they come. */
export interface ConditionalReply {
  /** Looks at the body of a request. */
  readonly when: (request: MessagesRequestBody) => boolean;
  readonly answer: Reply;
}

/** The body of a request that a mock client sent. `http`, which no JSON shows, says how. */
export type RecordedRequest = MessagesRequestBody & {
  readonly http: Pick<FakeRequest, 'method' | 'path' | 'headers'>;
};

/**
 * A client whose API is a list of answers. Everything else is real: rules, retries (without waiting), streams, tool
 * loops and errors are those of `Client`, and so is its type. It needs no key and no network.
 *
 * An answer with `when` is given to every request that fits it; the others are given in order, one each. A request for
 * which none is left fails with an `ApiError` of the type `mock_client_exhausted`.
 *
 * @example
 * ```ts
 * import { MessagesRequestBuilder } from 'clust';
 * import { answer, mockClient } from 'clust/testing';
 *
 * const client = mockClient([answer('Paris.')]);
 * const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
 *   .maxTokens(1024)
 *   .user('Where is the capital of France?')
 *   .build();
 *
 * const message = await client.createMessage(request);
 * console.log(message.text, client.requests.length);
 * ```
 */
export function mockClient<V extends Version = DefaultVersion>(
  answers: readonly (Reply | ConditionalReply)[],
  { version, ...options }: ClientOptions<V> = {},
): MockClient<V> {
  const requests: RecordedRequest[] = [];
  const queue = answers.filter((reply): reply is Reply => !isConditional(reply));
  const conditional = answers.filter(isConditional);
  const fetch = fakeFetch((request) => {
    const recorded = record(request);
    requests.push(recorded);
    return conditional.find(({ when }) => when(recorded))?.answer ?? queue.shift() ?? exhausted(request);
  });
  const config = withOptions(finish(EMPTY_DRAFT, ApiKey.of('sk-ant-test')), options);
  const sleep = async () => undefined;
  return new MockClient(
    {
      ...config,
      // Without a version in the options nothing infers `V`, and it is the default.
      version: (version ?? config.version) as V,
      fetch,
      runtime: { ...config.runtime, sleep },
    },
    requests,
  );
}

/** A client that remembers what it sent. Made by `mockClient()`. */
export class MockClient<V extends Version = DefaultVersion> extends Client<V> {
  readonly #requests: readonly RecordedRequest[];

  /** @internal */
  constructor(config: ConstructorParameters<typeof Client<V>>[0], requests: readonly RecordedRequest[]) {
    super(config);
    this.#requests = requests;
  }

  /** Every request that was sent, retries among them, in order. */
  get requests(): readonly RecordedRequest[] {
    return this.#requests;
  }
}

function isConditional(reply: Reply | ConditionalReply): reply is ConditionalReply {
  return 'when' in reply && typeof reply.when === 'function';
}

function record({ body, method, path, headers }: FakeRequest): RecordedRequest {
  // What a client sends as the body of a message is a request; calls without a body leave an empty one.
  return Object.defineProperty({ ...(body as MessagesRequestBody) }, 'http', {
    value: { method, path, headers },
  }) as RecordedRequest;
}

function exhausted({ index, method, path }: FakeRequest): Reply {
  const message = `mockClient() has no answer left for request ${index + 1}, ${method} ${path}: add one to its list`;
  return failure(400, 'mock_client_exhausted', { message });
}
