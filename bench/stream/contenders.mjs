/**
 * The readers of streams that are compared. Each takes a base URL and returns the length of what it has read, which proves
 * that it has read the answer. A reader loads only its own package.
 */

const request = {
  model: 'claude-sonnet-5-5',
  max_tokens: 1024,
  messages: [{ role: 'user', content: 'Tell me about Paris.' }],
};
const tool = { name: 'save', description: 'Saves a report.', input_schema: { type: 'object' } };

async function clustStream(url, options) {
  const { ApiKey, ClientBuilder } = await import('../../dist/index.js');
  const client = ClientBuilder.create().apiKey(ApiKey.of('a-key')).baseUrl(url).build();
  return client.createMessageStream({ ...request, tools: [tool] }, options);
}

async function lengthOfTexts(events) {
  let length = 0;
  for await (const event of events) {
    if (event.type === 'content_block_delta' && event.delta.type === 'text_delta')
      length += event.delta.text.length;
  }
  return length;
}

async function official(url) {
  const { default: Anthropic } = await import('@anthropic-ai/sdk');
  return new Anthropic({ apiKey: 'a-key', baseURL: url, logLevel: 'off' }).messages;
}

async function aiStream(url, extra) {
  const [{ streamText }, { createAnthropic }] = await Promise.all([
    import('ai'),
    import('@ai-sdk/anthropic'),
  ]);
  const model = createAnthropic({ apiKey: 'a-key', baseURL: `${url}/v1` })(request.model);
  return streamText({ model, prompt: 'Tell me about Paris.', ...extra });
}

export const BARE = 'bare loop';

/** The minimum that every reader does: read the body, split it into events and parse their JSON. Returns the length of the text. */
export async function bareLoop(url) {
  const response = await fetch(`${url}/v1/messages`, { method: 'POST', body: JSON.stringify(request) });
  const decoder = new TextDecoder();
  let length = 0;
  let rest = '';
  for await (const chunk of response.body) {
    rest += decoder.decode(chunk, { stream: true });
    const events = rest.split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const { type, delta } = JSON.parse(event.slice(event.indexOf('data: ') + 6));
      if (type === 'content_block_delta') length += (delta.text ?? delta.partial_json).length;
    }
  }
  return length;
}

/** Readers of a text answer, by event or as a whole. */
export const textReaders = {
  'clust, events': async (url) => lengthOfTexts(await clustStream(url)),
  'clust, events, `accumulate: false`': async (url) =>
    lengthOfTexts(await clustStream(url, { accumulate: false })),
  'clust, `textStream()`': async (url) => {
    let length = 0;
    for await (const text of (await clustStream(url)).textStream()) length += text.length;
    return length;
  },
  'clust, `finalMessage()`': async (url) => (await (await clustStream(url)).finalMessage()).text.length,
  'official SDK, `create({stream: true})`': async (url) =>
    lengthOfTexts(await (await official(url)).create({ ...request, stream: true })),
  'official SDK, `stream()`, events': async (url) => lengthOfTexts((await official(url)).stream(request)),
  'official SDK, `stream().finalMessage()`': async (url) =>
    (await (await official(url)).stream(request).finalMessage()).content[0].text.length,
  'ai, `streamText().textStream`': async (url) => {
    let length = 0;
    for await (const text of (await aiStream(url)).textStream) length += text.length;
    return length;
  },
};

/** Readers of tool input that parse the partial JSON after every delta. */
export const toolReaders = {
  'clust, `toolInputStream()`': async (url) => {
    let seen = 0;
    for await (const { input } of (await clustStream(url)).toolInputStream())
      seen += Object.keys(input).length;
    return seen;
  },
  'official SDK, `stream().on("inputJson")`': async (url) => {
    let seen = 0;
    const stream = (await official(url)).stream({ ...request, tools: [tool] });
    stream.on('inputJson', (_delta, view) => {
      seen += Object.keys(view ?? {}).length;
    });
    await stream.finalMessage();
    return seen;
  },
  'ai, `streamText()` with `parsePartialJson()`': async (url) => {
    const { jsonSchema, parsePartialJson } = await import('ai');
    const tools = { save: { description: tool.description, inputSchema: jsonSchema(tool.input_schema) } };
    let seen = 0;
    let json = '';
    for await (const part of (await aiStream(url, { tools })).fullStream) {
      if (part.type !== 'tool-input-delta') continue;
      json += part.delta;
      const { value } = await parsePartialJson(json);
      seen += Object.keys(value ?? {}).length;
    }
    return seen;
  },
};
