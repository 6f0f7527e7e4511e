import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import type * as Clust from '../../lib/index.js';
import { root } from '../support/typescript-versions.js';

// The bundler can break behavior that the tests of `lib/` cannot see, so these tests load the built files.

const esm: typeof Clust = await import(`${root}dist/index.js`);
const cjs: typeof Clust = createRequire(import.meta.url)(`${root}dist/index.cjs`);

describe.each([
  { format: 'ES modules', clust: esm, other: cjs },
  { format: 'CommonJS', clust: cjs, other: esm },
])('the published package as $format', ({ clust, other }) => {
  const haiku = clust.MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64);
  const answering = (...answers: object[]) =>
    clust.ClientBuilder.create()
      .apiKey(clust.ApiKey.of('test'))
      .retry({ limit: 0 })
      .fetch(async () => {
        const { status = 200, ...body } = answers.shift() as { status?: number };
        return Response.json(body, { status });
      })
      .build();
  const message = (content: readonly object[], stop_reason: string) => ({
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-haiku-4-5',
    content,
    stop_reason,
    stop_sequence: null,
    usage: { input_tokens: 1, output_tokens: 1 },
  });

  test('copies messages once, and shares the copy between builders', () => {
    const preset = haiku.user('Hi').build();
    const longer = haiku.messages(preset.messages);
    expect(longer.build().messages).toBe(preset.messages);
    expect(longer.assistant('Hello').user('Again').build().messages[0]).toBe(preset.messages[0]);
  });

  test('builds a frozen request, which a later change of the input does not affect', () => {
    const content = [{ type: 'text' as const, text: 'Hi' }];
    const request = haiku.user(content).build();
    content.push({ type: 'text', text: 'changed' });
    expect(request.messages).toEqual([{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }]);
    expect(Object.isFrozen(request.messages[0]?.content)).toBe(true);
    expect(() => Object.assign(request, { max_tokens: 1 })).toThrow(TypeError);
  });

  test('throws errors that the other format recognizes', async () => {
    const body = { type: 'error', error: { type: 'rate_limit_error', message: 'Slow down.' } };
    const failed = answering({ status: 429, ...body }).createMessage(haiku.user('Hi').build());
    const error = await failed.catch((reason: unknown) => reason);
    expect(other.isApiError(error, 'rate_limit_error')).toBe(true);
    expect(other.isTimeoutError(error)).toBe(false);
  });

  test('runs tools, with a runner that loads with the first tool', async () => {
    const clock = clust.tool({ name: 'get_time', input: { type: 'object' }, run: () => 'noon' });
    const call = { type: 'tool_use', id: 'toolu_1', name: 'get_time', input: {} };
    const client = answering(
      message([call], 'tool_use'),
      message([{ type: 'text', text: 'It is noon.' }], 'end_turn'),
    );
    const run = await client.runTools(haiku.tools(clock).user('What time is it?').build());
    expect(run).toMatchObject({ status: 'done', turns: 2 });
    expect(run.message.text).toBe('It is noon.');
  });
});
