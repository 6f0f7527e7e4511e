import { deepEqual, equal, rejects, throws } from 'node:assert/strict';
import {
  Conversation,
  defineModel,
  isValidationError,
  type MessageParam,
  type MessageResponse,
  MessagesRequest,
  type MessagesRequestBody,
  MessagesRequestBuilder,
  tool,
} from 'clust';
import { answer, mockClient } from 'clust/testing';
import type { Programs } from './program.js';

const widen = <Value>(value: Value): Value => value;
const weather = tool({
  name: 'get_weather',
  description: 'The weather in a city.',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: ({ city }) => `Sunny in ${city}`,
});
const call = answer([{ type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Paris' } }]);
const turns: MessageParam[] = [{ role: 'user', content: 'Hi' }];
const preset = MessagesRequestBuilder.create('claude-opus-5').maxTokens(1024);
const request = preset.betas('my-beta-2026-01-01').tools(weather).user('Hi').build();

/** Requests that are written as one object. */
export const objects: Programs = {
  'createMessage() accepts an object': async () => {
    const client = mockClient([answer('Hello!')]);
    const message = await client.createMessage({
      model: 'claude-haiku-4-5',
      max_tokens: 64,
      messages: [{ role: 'user', content: 'Hi' }],
    });
    equal(message.text, 'Hello!');
    deepEqual(
      { ...client.requests[0] },
      { model: 'claude-haiku-4-5', max_tokens: 64, messages: [{ role: 'user', content: 'Hi' }] },
    );
  },

  'a tool in an object types the tool calls of the response': async () => {
    const client = mockClient([call]);
    const { toolUses } = await client.createMessage({
      model: 'claude-haiku-4-5',
      max_tokens: 64,
      tools: [weather],
      messages: turns,
    });
    const cities: string[] = toolUses.map((use) => use.input.city);
    deepEqual(cities, ['Paris']);
    deepEqual(client.requests[0]?.tools, [weather.definition]);
  },

  'an output format in an object types the parsed response': async () => {
    const client = mockClient([answer('{"city":"Paris"}')]);
    const { parsed } = await client.createMessage({
      model: 'claude-haiku-4-5',
      max_tokens: 64,
      output_config: {
        format: {
          type: 'json_schema',
          schema: {
            type: 'object',
            properties: { city: { type: 'string' } },
            required: ['city'],
            additionalProperties: false,
          },
        },
      },
      messages: turns,
    });
    const city: string = parsed.city;
    equal(city, 'Paris');
  },

  'createMessageStream() accepts an object': async () => {
    const client = mockClient([answer('Hello!')]);
    const body = { model: 'claude-haiku-4-5', max_tokens: 64, messages: turns } as const;
    equal(await client.createMessageStream(body).finalText(), 'Hello!');
  },

  'runTools() accepts an object': async () => {
    const client = mockClient([call, answer('It is sunny.')]);
    const called: string[] = [];
    const run = await client.runTools(
      { model: 'claude-haiku-4-5', max_tokens: 64, tools: [weather], messages: turns },
      { onToolCall: ({ input }) => void called.push(input.city) },
    );
    const use: 'get_weather' | undefined = run.message.toolUses[0]?.name;
    deepEqual([run.status, run.message.text, use, called], ['done', 'It is sunny.', undefined, ['Paris']]);
  },

  'toolTurns() accepts an object': async () => {
    const client = mockClient([call, answer('It is sunny.')]);
    const cities: string[] = [];
    const body = { model: 'claude-haiku-4-5', max_tokens: 64, tools: [weather], messages: turns } as const;
    for await (const { message } of client.toolTurns(body)) {
      cities.push(...message.toolUses.map(({ input }) => input.city));
    }
    deepEqual(cities, ['Paris']);
  },

  'a body of wide types is checked at run time': async () => {
    const client = mockClient([answer('Hello!')]);
    const body = { model: widen<string>('claude-haiku-4-5'), max_tokens: widen<number>(64), messages: turns };
    equal((await client.createMessage(body)).text, 'Hello!');
    await rejects(client.createMessage({ ...body, max_tokens: widen<number>(64_001) }), isValidationError);
    equal(client.requests.length, 1);
  },

  'createMessage() accepts a MessagesRequestBody': async () => {
    const client = mockClient([answer('Hello!')]);
    const body: MessagesRequestBody = JSON.parse(JSON.stringify(request));
    equal((await client.createMessage(body)).text, 'Hello!');
  },

  'optional settings are spread into an object': async () => {
    const config: {
      model?: string;
      system?: string;
      temperature?: number;
      effort?: 'low' | 'high';
      stop?: string[];
      user?: string;
      tier?: 'auto' | 'standard_only';
      tools?: (typeof weather)[];
    } = { model: 'claude-opus-5', effort: 'low' };
    const client = mockClient([answer('Hello!')]);
    const message = await client.createMessage({
      model: config.model ?? 'claude-haiku-4-5',
      max_tokens: 64,
      messages: turns,
      ...(config.system !== undefined && { system: config.system }),
      ...(config.temperature !== undefined && { temperature: config.temperature }),
      ...(config.effort !== undefined && { output_config: { effort: config.effort } }),
      ...(config.stop !== undefined && { stop_sequences: config.stop }),
      ...(config.user !== undefined && { metadata: { user_id: config.user } }),
      ...(config.tier !== undefined && { service_tier: config.tier }),
      ...(config.tools !== undefined && { tools: config.tools }),
    });
    equal(message.text, 'Hello!');
    deepEqual(client.requests[0]?.output_config, { effort: 'low' });
  },

  'a copy of a request is checked like any other object': async () => {
    const client = mockClient([answer('Hello!')]);
    const { toolUses } = await client.createMessage({ ...request, max_tokens: 17 });
    const names: string[] = toolUses.map((use) => use.name);
    deepEqual([names, client.requests[0]?.max_tokens], [[], 17]);
    // @ts-expect-error: claude-opus-5 generates at most 128000 tokens, not 5000000
    await rejects(client.createMessage({ ...request, max_tokens: 5_000_000 }), /at most 128000 tokens/);
    // @ts-expect-error: a request has no field temprature
    await rejects(client.createMessage({ ...request, temprature: 1 }), /no field temprature/);
    equal(client.requests.length, 1);
  },

  'a copy of a request may choose one of its tools': async () => {
    const client = mockClient([answer('Hello!')]);
    await client.createMessage({ ...request, tool_choice: { type: 'tool', name: 'get_weather' } });
    deepEqual(client.requests[0]?.tool_choice, { type: 'tool', name: 'get_weather' });
  },

  'a function copies a MessagesRequest with another max_tokens': async () => {
    const client = mockClient([answer('Hello!')]);
    const limited = (given: MessagesRequest) => client.createMessage({ ...given, max_tokens: 17 });
    equal((await limited(request)).text, 'Hello!');
    equal(client.requests[0]?.max_tokens, 17);
  },

  'an object names a custom model': async () => {
    const mine = defineModel({ id: 'team/fast', maxOutputTokens: 8192 });
    const client = mockClient([answer('Hello!')]);
    await client.createMessage({ model: mine, max_tokens: 8192, messages: turns });
    equal(client.requests[0]?.model, 'team/fast');
    const of = () =>
      // @ts-expect-error: team/fast generates at most 8192 tokens, not 8193
      MessagesRequest.of({ model: mine, max_tokens: 8193, messages: turns });
    throws(of, /team\/fast generates at most 8192 tokens, not 8193/);
  },

  'the betas of a request are readable, and not part of its JSON': () => {
    deepEqual(request.betas, ['my-beta-2026-01-01']);
    deepEqual(Object.keys({ ...request }).includes('betas'), false);
    equal(JSON.stringify(request).includes('betas'), false);
  },

  'from() keeps the betas and tool handlers of a request': async () => {
    const longer = MessagesRequestBuilder.from(request).maxTokens(4096).effort('low').build();
    deepEqual(longer.betas, ['my-beta-2026-01-01']);
    const client = mockClient([call, answer('It is sunny.')]);
    const run = await client.runTools(longer);
    const use: 'get_weather' | undefined = run.message.toolUses[0]?.name;
    deepEqual([run.status, use, client.requests[0]?.max_tokens], ['done', undefined, 4096]);
    // @ts-expect-error: claude-opus-5 generates at most 128000 tokens, not 5000000
    throws(() => MessagesRequestBuilder.from(request).maxTokens(5_000_000).build(), /at most 128000/);
  },

  'from() accepts a MessagesRequest and a parsed request': () => {
    const limited = (given: MessagesRequest) =>
      MessagesRequestBuilder.from(given).maxTokens(9).effort('low').build();
    equal(limited(request).max_tokens, 9);
    const builder: MessagesRequestBuilder = MessagesRequestBuilder.from(
      MessagesRequest.parse(JSON.stringify(request)),
    );
    equal(builder.build().max_tokens, 1024);
  },

  'from() checks a body, and its tools type the response': () => {
    const body = {
      model: 'claude-opus-5',
      max_tokens: 1024,
      tools: [weather],
      messages: [{ role: 'user', content: 'Hi' }],
    } as const;
    const builder = MessagesRequestBuilder.from(body);
    const uses: MessageResponse<ReturnType<typeof builder.build>>['toolUses'] = [];
    const cities: string[] = uses.map((use) => use.input.city);
    deepEqual([cities, builder.build().tools], [[], [weather.definition]]);
    // @ts-expect-error: claude-opus-5 takes no prefill
    throws(() => builder.assistant('{').build(), /takes no prefill/);
    // @ts-expect-error: claude-opus-5 generates at most 128000 tokens, not 5000000
    throws(() => MessagesRequestBuilder.from({ ...body, max_tokens: 5_000_000 }).build(), /at most 128000/);
    // @ts-expect-error: a request has no field temprature
    throws(() => MessagesRequestBuilder.from({ ...body, temprature: 1 }), /no field temprature/);
  },

  'from() accepts a body whose tool call has no result yet': () => {
    const builder = MessagesRequestBuilder.from({
      model: 'claude-opus-5',
      max_tokens: 1024,
      messages: [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: {} }] },
      ],
    });
    // @ts-expect-error: the call toolu_1 has no result
    throws(() => builder.build(), /toolu_1/);
    const results = [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'Sunny' }] as const;
    equal(builder.tools(weather).toolResults(results).build().messages.length, 3);
  },

  'from() accepts a body without messages, but not without a model': () => {
    const stored = { model: 'claude-opus-5', max_tokens: 1024, system: 'You help.' } as const;
    const builder = MessagesRequestBuilder.from(stored);
    equal(builder.user('Hi').build().system, 'You help.');
    // @ts-expect-error: build() needs user()
    throws(() => builder.build(), /build\(\) needs user\(\)/);
    // @ts-expect-error: a request needs a model
    throws(() => MessagesRequestBuilder.from({ max_tokens: 1024 }), /a model is an id/);
  },

  'from() keeps the limit of a custom model': () => {
    const mine = defineModel({ id: 'team/fast', maxOutputTokens: 8192 });
    const built = MessagesRequestBuilder.create(mine).maxTokens(64).user('Hi').build();
    const longer = MessagesRequestBuilder.from(built).maxTokens(8192).build();
    equal(longer.max_tokens, 8192);
    const tooLong = (limit: number) => MessagesRequestBuilder.from(longer).dynamic().maxTokens(limit).build();
    throws(() => tooLong(8193), /team\/fast generates at most 8192 tokens, not 8193/);
    const kept = MessagesRequest.parse({ ...built, model: 'claude-opus-9' }, { unknownModels: 'keep' });
    equal(MessagesRequestBuilder.from(kept).maxTokens(9).build().model, 'claude-opus-9');
  },

  'from() keeps unknown fields of a request': () => {
    const built = preset.extraBody({ new_field: 1 }).user('Hi').build();
    const longer = MessagesRequestBuilder.from(built).maxTokens(9).build();
    deepEqual([longer.max_tokens, Reflect.get(longer, 'new_field')], [9, 1]);
  },

  'Conversation.of() accepts a request made from an object': async () => {
    const client = mockClient([answer('Hello!')]);
    const first = MessagesRequest.of({
      model: 'claude-opus-5',
      max_tokens: 64,
      tools: [weather],
      messages: turns,
    });
    const conversation = Conversation.of(first);
    const run = await client.runTools(conversation);
    const use: 'get_weather' | undefined = run.message.toolUses[0]?.name;
    deepEqual([use, run.conversation.messages.length], [undefined, 2]);
  },
};
