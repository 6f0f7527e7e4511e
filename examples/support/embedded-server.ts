import { LLMock } from '@copilotkit/aimock';
import { answers } from './answers.js';

export interface EmbeddedServer {
  /** What `ANTHROPIC_BASE_URL` is set to. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** Milliseconds between two pieces of a streamed answer; 0 when nobody watches. */
  readonly pace?: number | undefined;
}

/**
 * A server on a free loopback port that speaks the Messages API, whole and streamed, and knows the answers in
 * `answers.ts`: the examples, the documents and the tests need no key and no network.
 */
export async function startEmbeddedServer({ pace = 0 }: EmbeddedServerOptions = {}): Promise<EmbeddedServer> {
  const server = new LLMock({ port: 0, latency: pace, chunkSize: 12 });
  server.addFixturesFromJSON(answers);
  server.on(
    { predicate: () => true },
    { content: 'I am the embedded server. I know few answers; this is one.' },
  );
  await server.start();
  return { url: server.url, stop: () => server.stop() };
}
