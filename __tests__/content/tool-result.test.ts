import { describe, expect, test } from '@jest/globals';
import { image } from '../../lib/content/image.js';
import { text } from '../../lib/content/text.js';
import { toolResult } from '../../lib/content/tool-result.js';
import type { ToolResultContentBlock } from '../../lib/wire/blocks/tool-result-block.js';

describe('toolResult()', () => {
  const answer = { type: 'tool_result', tool_use_id: 'toolu_1' };

  test('accepts the id of a call and text, a block, blocks or no content', () => {
    expect(toolResult('toolu_1', '15 degrees')).toEqual({ ...answer, content: '15 degrees' });
    expect(toolResult('toolu_1', text('15'))).toEqual({ ...answer, content: [{ type: 'text', text: '15' }] });
    expect(toolResult('toolu_1', [text('15'), image({ file_id: 'f' })]).content).toHaveLength(2);
    expect(JSON.stringify(toolResult('toolu_1'))).toBe('{"type":"tool_result","tool_use_id":"toolu_1"}');
    expect(toolResult('toolu_1', '')).toEqual({ ...answer, content: '' });
  });

  test('accepts the call itself and copies its toolset_name', () => {
    const call = { type: 'tool_use', id: 'toolu_1', name: 'left_click', input: {} } as const;
    expect(toolResult(call, 'done')).toEqual({ ...answer, content: 'done' });
    expect(toolResult({ ...call, toolset_name: null }, 'done')).toEqual({ ...answer, content: 'done' });
    expect(toolResult({ ...call, toolset_name: 'computer' }, 'done')).toEqual({
      ...answer,
      toolset_name: 'computer',
      content: 'done',
    });
  });

  test('marks an error with is_error', () => {
    expect(toolResult('toolu_1', new RangeError('too far'))).toEqual({
      ...answer,
      content: 'too far',
      is_error: true,
    });
    expect(toolResult('toolu_1', new RangeError())).toMatchObject({ content: 'RangeError', is_error: true });
    expect(toolResult('toolu_1', 'no such city', { is_error: true })).toMatchObject({ is_error: true });
  });

  test('neither keeps nor freezes the array it is given', () => {
    const blocks: ToolResultContentBlock[] = [{ type: 'text', text: 'a' }];
    const result = toolResult('toolu_1', blocks);
    blocks.push({ type: 'text', text: 'b' });
    expect(result.content).toEqual([{ type: 'text', text: 'a' }]);
    expect(Object.isFrozen(result.content)).toBe(true);
    expect(Object.isFrozen(blocks[0])).toBe(false);
  });

  test('rejects a block that a tool result cannot hold at compile time', () => {
    // @ts-expect-error: only an assistant thinks
    const wrong = toolResult('toolu_1', { type: 'thinking', thinking: 'x', signature: 'y' });
    expect(wrong.tool_use_id).toBe('toolu_1');
  });
});
