import { getEventListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { ApiKey, ClientBuilder, MessagesRequestBuilder, ToolFailure } from '../../../lib/index.js';
import { callFunctions, type FunctionCall, runFunctionCalls, type ToolLike } from '../../../lib/xml/index.js';

const input_schema = { type: 'object', properties: { n: { type: 'integer' } } } as const;
const toolOf = (name: string, call: ToolLike['call']): ToolLike => ({ name, input_schema, call });
const echo = toolOf('echo', (input) => input);
const callOf = (tool_name: string, n = '1') => ({ tool_name, parameters: { n } });

describe('callFunctions', () => {
  test('passes each valid call to onToolCall, with the input that the tool would receive', async () => {
    const asked: FunctionCall[] = [];
    const calls = [callOf(' echo ', '7'), callOf('echo', 'many'), callOf('absent')];
    await callFunctions([echo], { invoke: calls }, { onToolCall: (call) => void asked.push(call) });
    expect(asked).toEqual([{ tool_name: 'echo', parameters: { n: '7' }, input: { n: 7 } }]);
  });

  test.each([
    ['approve', { tool_name: 'echo', stdout: '{"n":1}' }],
    [undefined, { tool_name: 'echo', stdout: '{"n":1}' }],
    ['deny', { tool_name: 'echo', error: 'echo was not called: it was denied.' }],
    [{ deny: 'Not today.' }, { tool_name: 'echo', error: 'Not today.' }],
    [{ input: { n: 2 } }, { tool_name: 'echo', stdout: '{"n":2}' }],
    [
      { input: { n: 'x' } },
      { tool_name: 'echo', error: 'echo was not called:\n- n: expected integer, got "x"' },
    ],
    [{ result: 'cached' }, { tool_name: 'echo', stdout: 'cached' }],
    [{ result: new ToolFailure('broken') }, { tool_name: 'echo', error: 'broken' }],
  ] as const)('follows the decision %j of onToolCall', async (decision, result) => {
    const options = {
      onToolCall: (call: FunctionCall) => (call.tool_name === 'echo' ? decision : undefined),
    };
    const other = toolOf('other', () => 'ok');
    const outcome = await callFunctions(
      [echo, other],
      { invoke: [callOf('echo'), callOf('other')] },
      options,
    );
    expect(outcome).toEqual({ results: [result, { tool_name: 'other', stdout: 'ok' }] });
  });

  test('rejects with an error that onToolCall throws, before any tool is called', async () => {
    let made = 0;
    const tool = toolOf('echo', () => {
      made += 1;
    });
    const onToolCall = ({ input }: FunctionCall) => {
      if (JSON.stringify(input) === '{"n":2}') throw new Error('stop');
    };
    const calls = { invoke: [callOf('echo', '1'), callOf('echo', '2')] };
    await expect(callFunctions([tool], calls, { onToolCall })).rejects.toThrow('stop');
    expect(made).toBe(0);
  });

  test('reports a tool that exceeds toolTimeout to the model, and aborts its signal', async () => {
    let aborted = false;
    const hang = toolOf('hang', (_, { signal }) => {
      signal.addEventListener('abort', () => {
        aborted = true;
      });
      return new Promise(() => {});
    });
    expect(await callFunctions([hang], { invoke: [callOf('hang')] }, { toolTimeout: 20 })).toEqual({
      error: 'hang gave no result within 20 ms.',
    });
    expect(aborted).toBe(true);
  });

  test('runs at most `concurrency` calls at once, and rejects a concurrency of 0', async () => {
    let running = 0;
    let most = 0;
    const slow = toolOf('slow', async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
    });
    const invoke = Array.from({ length: 6 }, () => callOf('slow'));
    await callFunctions([slow], { invoke }, { concurrency: 2 });
    expect(most).toBe(2);
    await expect(callFunctions([slow], { invoke }, { concurrency: 0 })).rejects.toThrow(/concurrency/);
  });

  test('adds one listener at most to a signal that many calls share, and removes it afterward', async () => {
    const { signal } = new AbortController();
    const seen: number[] = [];
    const tool = toolOf('echo', () => void seen.push(getEventListeners(signal, 'abort').length));
    const invoke = Array.from({ length: 20 }, () => callOf('echo'));
    await Promise.all(Array.from({ length: 5 }, () => callFunctions([tool], { invoke }, { signal })));
    expect(Math.max(...seen)).toBe(1);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  test('rejects 2,000,000 digits and a letter as an integer in linear time', async () => {
    const digits = '1'.repeat(2_000_000);
    const outcome = await callFunctions([echo], { invoke: [callOf('echo', `${digits}x`)] });
    expect(outcome).toMatchObject({ error: expect.stringMatching(/expected integer/) });
  });
});

describe('runFunctionCalls', () => {
  const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(99).user('Go.').build();
  const answerOf = (text: string, stop_reason: string) =>
    Response.json({
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'claude-haiku-4-5',
      content: [{ type: 'text', text }],
      stop_reason,
      stop_sequence: null,
      usage: { input_tokens: 1, output_tokens: 1 },
    });
  const clientOf = (...answers: readonly (readonly [string, string])[]) => {
    const left = [...answers];
    const fetch = async () => answerOf(...(left.shift() ?? (['Done.', 'end_turn'] as const)));
    return ClientBuilder.create().apiKey(ApiKey.of('key')).fetch(fetch).build();
  };
  const block = '<function_calls><invoke><tool_name>echo</tool_name></invoke></function_calls>';

  test('passes onToolCall to callFunctions, and ends with the same statuses as runTools', async () => {
    const denied = await runFunctionCalls(clientOf([block, 'end_turn']), request, [echo], {
      onToolCall: () => 'deny',
    });
    expect(denied.status).toBe('done');
    expect(denied.messages[2]?.content).toMatch(/echo was not called: it was denied/);
    const statusAfter = async (text: string, reason: string, options = {}) =>
      (await runFunctionCalls(clientOf([text, reason]), request, [echo], options)).status;
    expect(await statusAfter('Half', 'max_tokens')).toBe('max_tokens');
    expect(await statusAfter('Half', 'model_context_window_exceeded')).toBe('context_exceeded');
    expect(await statusAfter('No.', 'refusal')).toBe('refusal');
    expect(await statusAfter('Hm.', 'a_new_reason')).toBe('stopped');
    expect(await statusAfter(block, 'end_turn', { maxTurns: 1 })).toBe('max_turns');
    expect(await statusAfter('…', 'pause_turn', { maxPauses: 0 })).toBe('max_pauses');
    expect(await statusAfter('…', 'pause_turn')).toBe('done');
  });

  test('drops invented results whose tag contains a space', async () => {
    const text = `${block}\n<function_results ><result>42</result></function_results>`;
    const { messages } = await runFunctionCalls(clientOf([text, 'end_turn']), request, [echo]);
    expect(JSON.stringify(messages[1])).not.toContain('42');
    expect(messages).toHaveLength(4);
  });
});
