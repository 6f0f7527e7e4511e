import { describe, expect, test } from '@jest/globals';
import { isBlock, isTextBlock, isThinkingBlock, isToolUse } from '../../lib/content/block-guards.js';
import type { AssistantContentBlock } from '../../lib/wire/blocks/assistant-content.js';
import type { ContentBlock } from '../../lib/wire/blocks/content-block.js';
import type { TextBlock } from '../../lib/wire/blocks/text-block.js';
import type { WebSearchToolResultBlock } from '../../lib/wire/blocks/web-search-result-block.js';
import { type Equal, expectType } from '../support/types.js';

const content: ContentBlock[] = JSON.parse(
  `[{"type":"thinking","thinking":"hm","signature":"s"},{"type":"text","text":"hi"},{"type":"hologram"},
    {"type":"tool_use","id":"toolu_1","name":"x","input":{}},{"type":"web_search_tool_result","content":[]}]`,
);

describe('a block guard', () => {
  test('filters blocks and narrows their type', () => {
    const texts = content.filter(isTextBlock);
    expectType<Equal<typeof texts, TextBlock[]>>();
    expect(texts.map(({ text }) => text)).toEqual(['hi']);
    expect(content.filter(isThinkingBlock).map(({ thinking }) => thinking)).toEqual(['hm']);
    expect(content.find(isToolUse)?.name).toBe('x');
  });

  test('can be created for every block type of a response', () => {
    const searches = content.filter(isBlock('web_search_tool_result'));
    expectType<Equal<typeof searches, WebSearchToolResultBlock[]>>();
    expect(searches).toHaveLength(1);
    // @ts-expect-error: no such block
    expect(content.filter(isBlock('hologram'))).toHaveLength(1);
  });

  test('also accepts the blocks of a request', () => {
    const block: AssistantContentBlock = { type: 'text', text: 'hi' };
    expect(isTextBlock(block) && block.text).toBe('hi');
  });
});
