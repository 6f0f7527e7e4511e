import { Client } from '../client/client.js';
import { EMPTY_DRAFT, finish } from '../client/client-draft.js';
import { type ClientOptions, withOptions } from '../client/client-options.js';
import { ApiKey } from '../values/api-key.js';
import type { DefaultVersion, Version } from '../values/version.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import { type FakeRequest, fakeFetch } from './fake-fetch.js';
import { assertReply, failure, type Reply } from './reply.js';

/** A reply to every request that matches its condition. */
export interface ConditionalReply {
  /** Returns true for the requests that it answers. */
  readonly when: (request: RecordedRequest) => boolean;
  readonly answer: Reply;
}

/** The body of a request that a mock client sent. `http`, which is not enumerable, has the rest of the request. */
export type RecordedRequest = MessagesRequestBody & {
  readonly http: Pick<FakeRequest, 'method' | 'path' | 'headers'>;
};

/**
 * Creates a client that answers from a list of replies. Rules, retries (without waiting), streams, tool loops and
 * errors are those of a real `Client`, and so is its type. It needs no key and no network.
 *
 * A reply with `when` answers every request that matches it; the other replies are used once each, in order. If none is
 * left, the request fails with an `ApiError` of the type `mock_client_exhausted`.
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
  if (!Array.isArray(answers)) throw new TypeError('mockClient() takes a list of answers.');
  const requests: RecordedRequest[] = [];
  for (const reply of answers) {
    assertReply(reply);
    if (isConditional(reply)) assertReply(reply.answer);
  }
  const queue = answers.filter((reply): reply is Reply => !isConditional(reply));
  const conditional = answers.filter(isConditional);
  const fetch = fakeFetch((request) => {
    const recorded = record(request);
    requests.push(recorded);
    const matching = conditional.find(({ when }) => when(recorded))?.answer;
    // A response can be read only once.
    if (matching instanceof Response) return matching.clone();
    return matching ?? queue.shift() ?? exhausted(request);
  });
  const config = withOptions(finish(EMPTY_DRAFT, ApiKey.of('sk-ant-test')), options);
  const sleep = async () => undefined;
  return new MockClient(
    {
      ...config,
      // Without a version in the options, `V` is the default version.
      version: (version ?? config.version) as V,
      fetch,
      runtime: { ...config.runtime, sleep },
    },
    requests,
  );
}

/** A client that records its requests. Created by `mockClient()`. */
export class MockClient<V extends Version = DefaultVersion> extends Client<V> {
  readonly #requests: readonly RecordedRequest[];

  /** @internal */
  constructor(config: ConstructorParameters<typeof Client<V>>[0], requests: readonly RecordedRequest[]) {
    super(config);
    this.#requests = requests;
  }

  /** Every request that was sent, including retries, in order. */
  get requests(): readonly RecordedRequest[] {
    return this.#requests;
  }
}

function isConditional(reply: Reply | ConditionalReply): reply is ConditionalReply {
  return 'when' in reply && typeof reply.when === 'function';
}

function record({ body, method, path, headers }: FakeRequest): RecordedRequest {
  // The body of a messages call is a request; a call without a body is recorded as an empty one.
  return Object.defineProperty({ ...(body as MessagesRequestBody) }, 'http', {
    value: { method, path, headers },
  }) as RecordedRequest;
}

function exhausted({ index, method, path }: FakeRequest): Reply {
  const message = `mockClient() has no answer left for request ${index + 1}, ${method} ${path}: add one to its list`;
  return failure(400, 'mock_client_exhausted', { message });
}
