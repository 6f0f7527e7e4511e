// The checks of `clust/testing` that every test framework runs. They use no framework directly: each passes in its fake timers
// and its spy.
import { ApiKey, ClientBuilder, isTimeoutError, MessagesRequestBuilder, pool, tool } from 'clust';
import { answer, cut, events, failure, fakeFetch, mockClient, stall } from 'clust/testing';

const preset = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(256);
const request = preset.user('Hello').build();

const clientOf = (handler) =>
  ClientBuilder.create().apiKey(ApiKey.of('test')).fetch(fakeFetch(handler)).build();

/**
 * The checks by name. `timers` has `start()`, which installs the fake timers of the framework, `advance(milliseconds)` and
 * `stop()`. `spyOn(object, name, replacement)` returns a function that restores the method.
 */
export const checks = {
  async 'a mock client answers in order and records its requests'() {
    const client = mockClient([answer('One.'), answer('Two.')]);
    equal((await client.createMessage(request)).text, 'One.');
    equal((await client.createMessage(request)).text, 'Two.');
    equal(client.requests.length, 2);
  },
  async 'a mock client runs tools'() {
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
  async 'a cut stream throws an error with the partial message'() {
    const client = mockClient([cut(events('The capital of France is Paris.'), 4)]);
    const error = await failureOf(client.createMessageStream(request).finalText());
    equal(error.partial?.text, 'The capital of France is');
  },
  async 'a spy replaces and restores a method of a client'({ spyOn }) {
    const client = clientOf(() => answer('real'));
    const restore = spyOn(client, 'createMessage', async () => 'spied');
    equal(await client.createMessage(request), 'spied');
    restore();
    equal((await client.createMessage(request)).text, 'real');
  },
  async 'fake timers: a stream times out when it stalls longer than the idle timeout'({ timers }) {
    const [start, ...rest] = events('Hello!');
    const client = mockClient([[start, stall(600_000), ...rest]], { timeout: { idle: 45_000 } });
    await withFakeTime(timers, 46_000, async () => {
      const error = await failureOf(client.createMessageStream(request).finalText());
      equal(isTimeoutError(error) && error.phase, 'idle');
    });
  },
  async 'fake timers: a stream continues after a short stall'({ timers }) {
    const [start, ...rest] = events('Hello!');
    const client = mockClient([[start, stall(30_000), ...rest]]);
    await withFakeTime(timers, 31_000, async () => {
      equal(await client.createMessageStream(request).finalText(), 'Hello!');
    });
  },
  async 'fake timers: a call without an answer times out'({ timers }) {
    const client = clientOf(() => new Promise(() => undefined)).with({
      timeout: { total: 20_000 },
      retry: { limit: 0 },
    });
    await withFakeTime(timers, 21_000, async () => {
      const error = await failureOf(client.createMessage(request));
      equal(isTimeoutError(error) && error.phase, 'total');
    });
  },
  async 'fake timers: a retry waits for the retry-after time of the API'({ timers }) {
    let calls = 0;
    const client = clientOf(() => {
      calls += 1;
      return calls === 1 ? failure(429, 'rate_limit_error', { retryAfter: 30 }) : answer('At last.');
    });
    await withFakeTime(timers, 40_000, async (hasPassed) => {
      const message = await client.createMessage(request);
      equal(hasPassed(29_000), true);
      equal(message.text, 'At last.');
    });
  },
  async 'fake timers: a pool pauses after a 529'({ timers }) {
    let calls = 0;
    const client = clientOf(() => {
      calls += 1;
      return calls === 2 ? failure(529, 'overloaded_error', { retryAfter: 30 }) : answer('ok');
    });
    // The first run of a pool imports a module, which takes real time.
    await pool(client, { concurrency: 1 }).map([], () => request);
    await withFakeTime(timers, 60_000, async (hasPassed) => {
      const results = await pool(client, { concurrency: 1 }).map([1, 2, 3], (n) =>
        preset.user(`${n}`).build(),
      );
      equal(hasPassed(29_000), true);
      equal(results.filter(({ ok }) => ok).length, 3);
    });
  },
};

/** Runs a function while fake time passes. The function gets `hasPassed(ms)`, which tells whether that much fake time has passed. */
async function withFakeTime(timers, milliseconds, run) {
  timers.start();
  try {
    let passed = 0;
    let isDone = false;
    const running = run((time) => passed >= time).finally(() => {
      isDone = true;
    });
    running.catch(() => undefined);
    // Lets pending promises settle, so that code that awaits them sets its timers before the time advances.
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
  throw new Error('the promise was not rejected');
}

function equal(actual, expected) {
  if (actual !== expected) throw new Error(`${actual} instead of ${expected}`);
}
