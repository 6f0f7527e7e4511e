import { expect, test } from '@jest/globals';
import { StrictApi } from './strict-api.js';

const hello = { role: 'user', content: 'Hello' };
const call = { type: 'tool_use', id: 'toolu_9', name: 'get_weather', input: {} };
const result = { type: 'tool_result', tool_use_id: 'toolu_9', content: '15 degrees' };
const marked = { type: 'text', text: 'Hi', cache_control: { type: 'ephemeral' } };
const turns = (...contents: readonly unknown[]) =>
  contents.map((content, at) => ({ role: at % 2 ? 'assistant' : 'user', content }));

/** Sends bodies one after another, each made from the previous answer. Returns why the last one was rejected. */
async function refusalOf(...bodies: readonly ((content: readonly object[], id: string) => object)[]) {
  const api = new StrictApi();
  api.next.push(...bodies.map(() => 'think' as const));
  const { url } = await api.start();
  let said = { content: [] as readonly object[], id: '' };
  for (const body of bodies) {
    const response = await fetch(`${url}/v1/messages`, {
      method: 'POST',
      headers: { 'anthropic-beta': 'message-threads-2026-08-12' },
      body: JSON.stringify({ model: 'claude-fable-5-2', max_tokens: 9, ...body(said.content, said.id) }),
    });
    said = (await response.json()) as typeof said;
  }
  return [...api.refusals, ...api.lost].at(-1);
}

test.each([
  ['an unknown field', [() => ({ messages: [hello], temprature: 1 })], 'Extra inputs'],
  ['empty text', [() => ({ messages: turns(' ') })], 'text of 0 is empty'],
  ['a prefill', [() => ({ messages: turns('Hi', 'Well') })], 'no prefill'],
  [
    'a call without its result',
    [() => ({ messages: turns('Hi', [call], 'Go on.') })],
    'toolu_9 has no result',
  ],
  ['a result without its call', [() => ({ messages: turns('Hi', 'Yes?', [result]) })], 'answers no call'],
  ['five breakpoints', [() => ({ messages: turns(Array(5).fill(marked)) })], 'five breakpoints'],
  [
    'changed thinking',
    [
      () => ({ messages: [hello] }),
      ([thought]: readonly object[]) => ({
        messages: turns('Hello', [{ ...thought, thinking: 'Other.' }], 'Hi'),
      }),
    ],
    'Invalid `signature`',
  ],
  [
    'a changed prefix',
    [
      () => ({ messages: [hello] }),
      (content: readonly object[]) => ({ system: 'Be brief.', messages: turns('Hello', content, 'Hi') }),
    ],
    'bound to another prefix',
  ],
  [
    'a changed field of a thread',
    [
      () => ({ messages: [hello], thread: { type: 'create' } }),
      (_: unknown, id: string) => ({
        messages: [hello],
        tool_choice: { type: 'none' },
        thread: { type: 'continue', previous_message_id: id },
      }),
    ],
    'thread_fingerprint_mismatch',
  ],
] as const)('the strict API rejects %s', async (_, bodies, problem) => {
  expect(await refusalOf(...bodies)).toContain(problem);
});
