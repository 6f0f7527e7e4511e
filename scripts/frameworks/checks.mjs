// What must work of `clust/testing` under every test framework. Uses nothing of any: a framework gives its timers and its spy.
import { ApiKey, ClientBuilder, isTimeoutError, MessagesRequestBuilder, pool, tool } from 'clust';
import { answer, cut, events, failure, fakeFetch, mockClient, stall } from 'clust/testing';

const preset = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(256);
const request = preset.user('Hello').build();

const clientOf = (handler) =>
  ClientBuilder.create().apiKey(ApiKey.of('test')).fetch(fakeFetch(handler)).build();

/**
 * Each check by its name. `timers` has `start()`, which makes the framework's timers fake, `advance(milliseconds)` and
 * `stop()`; `spyOn(object, name, replacement)` gives what undoes it.
 */
export const checks = {
  async 'answers in order, and remembers what was sent'() {
    const client = mockClient([answer('One.'), answer('Two.')]);
    equal((await client.createMessage(request)).text, 'One.');
    equal((await client.createMessage(request)).text, 'Two.');
    equal(client.requests.length, 2);
  },
  async 'runs tools'() {
    const weather = tool({
      name: 'get_weather',
      input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
      run: ({ city }) => `15 degrees in ${city}`,
    });
    const call = answer({ type: 'tool_use', name: 'get_weather', input: { city: 'Paris' } });
    const client = mockClient([call, answer('Mild.')]);
    const { message } = await client.runTools(preset.tools(weather).user('Weather?').build());
    equal(message.text, 'Mild.');
  },
  async 'a cut stream throws with what had arrived'() {
    const client = mockClient([cut(events('The capital of France is Paris.'), 4)]);
    const error = await failureOf(client.createMessageStream(request).finalText());
    equal(error.partial?.text, 'The capital of France is');
  },
  async 'a client can be spied on'({ spyOn }) {
    const client = clientOf(() => answer('real'));
    const restore = spyOn(client, 'createMessage', async () => 'spied');
    equal(await client.createMessage(request), 'spied');
    restore();
    equal((await client.createMessage(request)).text, 'real');
  },
  async 'fake timers: a stalled stream times out'({ timers }) {
    const [start, ...rest] = events('Hello!');
    const client = mockClient([[start, stall(600_000), ...rest]], { timeout: { idle: 45_000 } });
    await under(timers, 46_000, async () => {
      const error = await failureOf(client.createMessageStream(request).finalText());
      equal(isTimeoutError(error) && error.phase, 'idle');
    });
  },
  async 'fake timers: a stalled stream goes on'({ timers }) {
    const [start, ...rest] = events('Hello!');
    const client = mockClient([[start, stall(30_000), ...rest]]);
    await under(timers, 31_000, async () => {
      equal(await client.createMessageStream(request).finalText(), 'Hello!');
    });
  },
  async 'fake timers: a call that hangs times out'({ timers }) {
    const client = clientOf(() => new Promise(() => undefined)).with({
      timeout: { total: 20_000 },
      retry: { limit: 0 },
    });
    await under(timers, 21_000, async () => {
      const error = await failureOf(client.createMessage(request));
      equal(isTimeoutError(error) && error.phase, 'total');
    });
  },
  async 'fake timers: a retry waits for as long as the API asks'({ timers }) {
    let calls = 0;
    const client = clientOf(() => {
      calls += 1;
      return calls === 1 ? failure(429, 'rate_limit_error', { retryAfter: 30 }) : answer('At last.');
    });
    await under(timers, 40_000, async (isOver) => {
      const message = await client.createMessage(request);
      equal(isOver(29_000), true);
      equal(message.text, 'At last.');
    });
  },
  async 'fake timers: a pool pauses'({ timers }) {
    let asked = 0;
    const client = clientOf(() => {
      asked += 1;
      return asked === 2 ? failure(529, 'overloaded_error', { retryAfter: 30 }) : answer('ok');
    });
    // A pool loads what runs it with its first run, which takes real time.
    const calls = pool(client, { concurrency: 1 });
    await calls.map([], () => request);
    await under(timers, 60_000, async (isOver) => {
      const results = await pool(client, { concurrency: 1 }).map([1, 2, 3], (n) =>
        preset.user(`${n}`).build(),
      );
      equal(isOver(29_000), true);
      equal(results.filter(({ ok }) => ok).length, 3);
    });
  },
};

/** Runs something while fake time passes; `isOver(ms)` says whether so much of it has. */
async function under(timers, milliseconds, run) {
  timers.start();
  try {
    let passed = 0;
    let isDone = false;
    const running = run((time) => passed >= time).finally(() => {
      isDone = true;
    });
    running.catch(() => undefined);
    // What waits for promises before it waits for time gets to its timer first.
    await timers.advance(0);
    while (!isDone && passed < milliseconds) {
      passed += 500;
      await timers.advance(500);
    }
    if (!isDone) throw new Error(`not done after ${milliseconds} ms of fake time`);
    await running;
  } finally {
    timers.stop();
  }
}

async function failureOf(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('did not fail');
}

function equal(actual, expected) {
  if (actual !== expected) throw new Error(`${actual} instead of ${expected}`);
}
