// The checks that must pass in every runtime. They run against `server.mjs`, and use only web standards.
import {
  ApiKey,
  ClientBuilder,
  isAbortedError,
  isApiError,
  isTimeoutError,
  MessagesRequestBuilder,
  tool,
} from 'clust';
import { extractFunctionCalls } from 'clust/xml';

const preset = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(256);
const request = preset.user('Hello').build();

/** The checks by name. Each gets a function that creates a client for a path of the server. A check that fails throws. */
const checks = {
  async message(client) {
    equal((await client('ok').createMessage(request)).text, 'Hello, world!');
  },
  async stream(client) {
    let text = '';
    for await (const piece of client('ok').createMessageStream(request).textStream()) text += piece;
    equal(text, 'Hello, world!');
  },
  async 'cut stream, with the partial message'(client) {
    const error = await failureOf(client('cut').createMessageStream(request).finalMessage());
    equal(error.partial?.text, 'Hello');
  },
  async 'stalled stream'(client) {
    const stream = client('stall')
      .with({ timeout: { idle: 300 } })
      .createMessageStream(request);
    const error = await failureOf(stream.finalMessage());
    equal(isTimeoutError(error) && error.phase, 'idle');
  },
  async 'abort by signal'(client) {
    const controller = new AbortController();
    const stream = client('stall').createMessageStream(request, { signal: controller.signal });
    await stream.opened();
    controller.abort();
    equal(isAbortedError(await failureOf(stream.finalMessage())), true);
  },
  async 'abort by method'(client) {
    const stream = client('stall').createMessageStream(request);
    await stream.opened();
    stream.abort();
    equal(isAbortedError(await failureOf(stream.finalMessage())), true);
  },
  async '429, then success'(client) {
    equal((await client(`busy-${crypto.randomUUID()}`).createMessage(request)).text, 'Hello, world!');
  },
  async 'tool loop'(client) {
    const weather = tool({
      name: 'get_weather',
      input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
      run: ({ city }) => `15 degrees in ${city}`,
    });
    const { status, message } = await client('tools').runTools(
      preset.tools(weather).user('Weather?').build(),
    );
    equal(`${status}: ${message.text}`, 'done: 15 degrees in Paris');
  },
  async 'structured output'(client) {
    const schema = {
      type: 'object',
      properties: { city: { type: 'string' } },
      required: ['city'],
      additionalProperties: false,
    };
    const { parsed } = await client('json').createMessage(preset.outputFormat(schema).user('Where?').build());
    equal(parsed.city, 'Paris');
  },
  async 'function calls in XML'() {
    const xml =
      '<function_calls><invoke><tool_name>look</tool_name><parameters><at>sea</at></parameters></invoke></function_calls>';
    equal(JSON.stringify(extractFunctionCalls(xml)).includes('"at":"sea"'), true);
  },
  async 'error guards'(client) {
    const error = await failureOf(client('refuse').createMessage(request));
    equal(isApiError(error, 'invalid_request_error') && error.apiMessage, 'prompt is too long');
  },
  async '200 streams at once'(client) {
    const texts = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        client('echo')
          .createMessageStream(preset.user(`number ${index}`).build())
          .finalText(),
      ),
    );
    equal(
      texts.every((text, index) => text === `number ${index}`),
      true,
    );
  },
};

/** Runs the checks one after the other. Returns `{name, error?}` for each. */
export async function smoke(url) {
  const client = (path) =>
    ClientBuilder.create().apiKey(ApiKey.of('test')).baseUrl(`${url}/${path}`).allowBrowser().build();
  const results = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      await Promise.race([check(client), rejectAfter(30_000)]);
      results.push({ name });
    } catch (error) {
      results.push({ name, error: String(error) });
    }
  }
  return results;
}

function rejectAfter(milliseconds) {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('timed out')), milliseconds));
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
