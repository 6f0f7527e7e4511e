import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { Message } from '../../lib/content/message.js';
import { MessageResponse, responseOf as responseWithOutput } from '../../lib/content/message-response.js';
import { isParseError } from '../../lib/errors/guards.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import type { HttpInfo } from '../../lib/wire/http.js';
import type { MessageBody } from '../../lib/wire/message-body.js';
import type { MessageParam } from '../../lib/wire/message-param.js';
import type { TypedRequest } from '../../lib/wire/typed-request.js';
import { type Equal, expectType } from '../support/types.js';

const http: HttpInfo = {
  status: 200,
  requestId: 'req_1',
  headers: new Headers(),
  rateLimit: {
    requests: undefined,
    tokens: undefined,
    inputTokens: undefined,
    outputTokens: undefined,
    retryAfter: undefined,
  },
};

function bodyOf(content: unknown, rest: object = {}): MessageBody {
  const body = {
    model: 'm',
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    content,
    stop_reason: 'end_turn',
  };
  return JSON.parse(JSON.stringify({ ...body, stop_sequence: null, usage: { input_tokens: 1 }, ...rest }));
}

const responseOf = (content: unknown, rest?: object) =>
  MessageResponse.from(bodyOf(content, rest), undefined, http);

describe('a response', () => {
  test('has the fields of its body and no others, in the same order', () => {
    const body = bodyOf([{ type: 'text', text: 'hi' }], {
      new_field: { deep: [1] },
      '1': 'a',
      text_like: null,
    });
    const response = MessageResponse.from(body, undefined, http);
    expect(JSON.stringify(response)).toBe(JSON.stringify(body));
    expect(Object.keys(response)).toEqual(Object.keys(body));
    expect(response.content).toBe(body.content);
    expect(structuredClone(response)).toEqual(body);
  });

  test('keeps fields that are named like its getters or like the prototype', () => {
    const json = '{"content":[],"text":"field","__proto__":{"toMessage":1},"usage":{}}';
    const response = MessageResponse.from(JSON.parse(json), undefined, http);
    expect(JSON.stringify(response)).toBe(json);
    expect(response).toBeInstanceOf(MessageResponse);
    expect(response.toMessage().content).toEqual([]);
  });

  test('has http as a non-enumerable property', () => {
    const response = responseOf([]);
    expect(response.http).toBe(http);
    expect(Object.keys(response)).not.toContain('http');
  });

  test('is frozen, but the body that it was made from is not', () => {
    const body = bodyOf([]);
    expect(Object.isFrozen(MessageResponse.from(body, undefined, http))).toBe(true);
    expect(Object.isFrozen(body)).toBe(false);
    expect(Object.keys(Object.getOwnPropertyDescriptors(body))).toEqual(Object.keys(body));
  });

  test('prints as its body', () => {
    const printed = inspect(responseOf([{ type: 'text', text: 'hi' }]));
    expect(printed).toMatch(/^MessageResponse \{\n {2}model: 'm',\n {2}id: 'msg_1',/);
    expect(printed).not.toContain('http');
  });
});

describe('the text of a response', () => {
  test('is the concatenation of its text blocks', () => {
    const blocks = [
      { type: 'thinking', thinking: 'hm', signature: 's' },
      { type: 'text', text: 'Paris' },
      { type: 'hologram', text: 'no' },
      { type: 'text', text: ', France' },
      { type: 'thinking', thinking: ' so', signature: 's' },
    ];
    expect(responseOf(blocks).text).toBe('Paris, France');
    expect(responseOf(blocks).thinking).toBe('hm so');
    expect(responseOf([]).text).toBe('');
    expect(responseOf([]).thinking).toBe('');
  });

  test.each([
    ['max_tokens', true],
    ['model_context_window_exceeded', true],
    ['end_turn', false],
    ['stop_sequence', false],
    ['tool_use', false],
    ['pause_turn', false],
    ['refusal', false],
    ['ran_out_of_coffee', false],
    [null, false],
  ])('that stopped with %s: truncated is %s', (stop_reason, truncated) => {
    expect(responseOf([], { stop_reason }).truncated).toBe(truncated);
  });
});

describe('toMessage()', () => {
  test('returns only the role and the content, without a copy', () => {
    const response = responseOf([
      { type: 'thinking', thinking: '', signature: 'abc' },
      { type: 'redacted_thinking', data: 'xyz' },
      { type: 'text', text: 'hi', citations: [{ type: 'new_location', at: 3 }] },
      { type: 'hologram', depth: { of: 3 } },
    ]);
    const turn = response.toMessage();
    expect(JSON.stringify(turn)).toBe(JSON.stringify({ role: 'assistant', content: response.content }));
    expect(turn.content).toBe(response.content);
    expect(Message.assistant(response)).toEqual(turn);
  });

  test('has a type that requests accept, as the response itself does', () => {
    const response = responseOf([]);
    const messages: MessageParam[] = [response.toMessage(), response];
    messages.push({ role: response.role, content: response.content });
    expect(messages).toHaveLength(3);
  });
});

interface Weather {
  readonly city: string;
}

type WithTools = TypedRequest<{ tools: { get_weather: Weather; get_time: { zone: string } } }>;

const calls = [
  { type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Paris' } },
  { type: 'text', text: 'and' },
  { type: 'tool_use', id: 'toolu_2', name: 'get_time', input: { zone: 'CET' } },
];

describe('the tool calls of a response', () => {
  test('are typed by the tools of the request', () => {
    const response = MessageResponse.from<WithTools>(bodyOf(calls), undefined, http);
    const inputs = response.toolUses.map((call) => {
      if (call.name === 'get_time') return call.input.zone;
      expectType<Equal<typeof call.input, Weather>>();
      return call.input.city;
    });
    expect(inputs).toEqual(['Paris', 'CET']);
    // @ts-expect-error: no such tool
    expect(response.toolUses.find((call) => call.name === 'get_wether')).toBeUndefined();
  });

  test('are typed without a check of the name if there is one tool', () => {
    type OneTool = TypedRequest<{ tools: { get_weather: Weather } }>;
    const [call] = MessageResponse.from<OneTool>(bodyOf(calls), undefined, http).toolUses;
    expect(call?.input.city).toBe('Paris');
  });

  test('have an unknown input if the tools are unknown', () => {
    const [call] = responseOf(calls).toolUses;
    expectType<Equal<NonNullable<typeof call>['input'], unknown>>();
    expectType<Equal<NonNullable<typeof call>['name'], string>>();
    expect(call?.input).toEqual({ city: 'Paris' });
  });

  test('include an unknown call if only some tools are known', () => {
    type WithToolset = TypedRequest<{ tools: { get_weather: Weather } & Record<string, unknown> }>;
    const [call] = MessageResponse.from<WithToolset>(bodyOf(calls), undefined, http).toolUses;
    if (call?.name === 'get_weather') expectType<Equal<typeof call.input, Weather>>();
    // @ts-expect-error: it may be a call of another tool
    expect(call?.input.city).toBe('Paris');
  });

  test('do not keep a typed response from being assigned to an untyped one', () => {
    const response: MessageResponse = MessageResponse.from<WithTools>(bodyOf(calls), undefined, http);
    expect(response.toolUses).toHaveLength(2);
  });
});

describe('the parsed output of a response', () => {
  type WithOutput = TypedRequest<{ output: { answer: string } }>;
  const parsed = (texts: readonly string[], rest?: object) => {
    const content = texts.map((text) => ({ type: 'text', text }));
    const request = Object.freeze({ output_config: { format: { type: 'json_schema' } } }) as WithOutput;
    return MessageResponse.from(bodyOf(content, rest), request).parsed;
  };

  test('is the JSON of its text', () => {
    const output = parsed(['{"answer":"42"}']);
    expectType<Equal<typeof output, { answer: string }>>();
    expect(output.answer).toBe('42');
    expect(parsed(['{"answer":', '"42"}'])).toEqual({ answer: '42' });
    expect(parsed(['Let me look.', '{"answer":"42"}'])).toEqual({ answer: '42' });
  });

  test('is parsed once, when it is first read', () => {
    let reads = 0;
    const response = responseWithOutput(bodyOf([]), http, () => ({ reads: ++reads }));
    expect(reads).toBe(0);
    expect(response.parsed).toBe(response.parsed);
    expect(reads).toBe(1);
  });

  test('is parsed and typed by the schema of the request', () => {
    const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
      .maxTokens(64)
      .outputFormat(z.object({ at: z.iso.date().transform((day) => day.length) }))
      .user('When?')
      .build();
    const stored = bodyOf([{ type: 'text', text: '{"at":"2026-10-21"}' }]);
    const response = MessageResponse.from(stored, request);
    expectType<Equal<typeof response.parsed, { at: number }>>();
    expect(response.parsed).toEqual({ at: 10 });
    expect(response.http).toMatchObject({ status: 200, requestId: undefined });
    const unfit = MessageResponse.from(bodyOf([{ type: 'text', text: '{"at":"soon"}' }]), request);
    expect(unfit.safeParsed).toMatchObject({ ok: false, error: { reason: 'invalid' } });
  });

  test('is undefined, of type unknown, if the request has no output format', () => {
    const output = responseOf([{ type: 'text', text: '{}' }]).parsed;
    expectType<Equal<typeof output, unknown>>();
    expect(output).toBeUndefined();
  });

  test.each([
    [['{"answer":"4'], 'max_tokens', 'truncated', 'the answer was cut off at max_tokens'],
    [['{"answer":"4'], 'model_context_window_exceeded', 'truncated', 'the context window is full'],
    [['I cannot help.'], 'refusal', 'refusal', 'the model refused to answer'],
    [[], 'refusal', 'refusal', 'the model refused to answer'],
    [['Sure!'], 'end_turn', 'invalid', 'the answer is not JSON'],
  ] as const)(
    'of %j with stop_reason %s throws an error with the response',
    (texts, stop_reason, reason, words) => {
      const read = () => parsed(texts, { stop_reason });
      expect(read).toThrow(words);
      try {
        read();
      } catch (error) {
        if (!isParseError(error)) throw error;
        expect(error.reason).toBe(reason);
        expect(error.response).toBeInstanceOf(MessageResponse);
        expect(error.cause).toBeInstanceOf(SyntaxError);
      }
      expect.assertions(4);
    },
  );
});
