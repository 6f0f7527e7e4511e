import { LLMock } from '@copilotkit/aimock';
import { answers } from './answers.js';

export interface EmbeddedServer {
  /** The value for `ANTHROPIC_BASE_URL`. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** Milliseconds between two chunks of a streamed answer. 0 by default. */
  readonly pace?: number | undefined;
}

/**
 * Starts a fake Messages API on a free loopback port, with and without streaming. It gives the answers in `answers.ts`, so
 * the examples, the documentation and the tests need no API key and no network.
 */
export async function startEmbeddedServer({ pace = 0 }: EmbeddedServerOptions = {}): Promise<EmbeddedServer> {
  const server = new LLMock({ port: 0, latency: pace, chunkSize: 12 });
  server.addFixturesFromJSON(answers);
  server.on(
    { predicate: () => true },
    { content: 'I am the embedded server. I have no answer to this message.' },
  );
  await server.start();
  return { url: server.url, stop: () => server.stop() };
}
