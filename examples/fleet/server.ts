import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A fake API server that records the requests it receives. */
export interface FakeApi {
  readonly url: string;
  /** The number of answers to each question. */
  readonly answered: ReadonlyMap<string, number>;
  readonly rejected: () => number;
  /** The most requests in any sliding window of this many milliseconds. */
  readonly mostWithin: (window: number) => number;
  /** Requests per second in the second half of the run, which excludes the initial burst. */
  readonly throughput: () => number;
  stop(): void;
}

/** Rejects every fiftieth request with 429 or 529. Answers all others after about `latency` milliseconds. */
export async function startFakeApi(latency: number, host = '127.0.0.1'): Promise<FakeApi> {
  const answered = new Map<string, number>();
  const arrivals: number[] = [];
  let rejected = 0;
  const server = createServer(async (request, response) => {
    arrivals.push(performance.now());
    const isRejected = arrivals.length % 50 === 0;
    // The cast is safe: only the workers of this example call the server, and each request has one message.
    const { messages } = (await json(request)) as { messages: readonly [{ content: string }] };
    const question = messages[0].content;
    await new Promise((resolve) => setTimeout(resolve, latency * (0.4 + (arrivals.length % 8) / 6)));
    if (isRejected) {
      rejected += 1;
      response.writeHead(rejected % 2 === 0 ? 429 : 529, {
        'content-type': 'application/json',
        'retry-after-ms': '20',
      });
      response.end(
        JSON.stringify({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded.' } }),
      );
      return;
    }
    answered.set(question, (answered.get(question) ?? 0) + 1);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answerTo(question)));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    answered,
    rejected: () => rejected,
    mostWithin: (window) => mostWithin(arrivals, window),
    throughput: () => throughputOf(arrivals.slice(arrivals.length / 2)),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answerTo(question: string): object {
  return {
    id: `msg_${question.replaceAll(' ', '_')}`,
    type: 'message',
    role: 'assistant',
    model: 'claude-haiku-5-5',
    content: [{ type: 'text', text: `The answer to ${question}.` }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 12, output_tokens: 8 },
  };
}

function throughputOf(times: readonly number[]): number {
  const elapsed = (times.at(-1) ?? 0) - (times[0] ?? 0);
  return ((times.length - 1) / elapsed) * 1_000;
}

/** The largest number of times in any window of this length, in milliseconds. */
function mostWithin(times: readonly number[], window: number): number {
  let most = 0;
  let first = 0;
  times.forEach((time, at) => {
    while (time - (times[first] ?? time) >= window) first += 1;
    most = Math.max(most, at - first + 1);
  });
  return most;
}
