import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { CacheableContent } from '../../lib/content/cacheable-content.js';
import { document } from '../../lib/content/document.js';
import { image } from '../../lib/content/image.js';
import { Message } from '../../lib/content/message.js';
import { searchResult } from '../../lib/content/search-result.js';
import { text } from '../../lib/content/text.js';
import { toolResult } from '../../lib/content/tool-result.js';
import type { TextBlockParam } from '../../lib/wire/blocks/text-block.js';
import type { UserContentBlock } from '../../lib/wire/blocks/user-content.js';
import { type Equal, expectType } from '../support/types.js';

const helpers: Record<string, () => CacheableContent<{ readonly type: string }>> = {
  text: () => text('hi'),
  image: () => image('https://example.com/a.png'),
  document: () => document({ text: 'hi' }),
  searchResult: () => searchResult({ source: 's', title: 't', content: 'hi' }),
  toolResult: () => toolResult('toolu_1', 'hi'),
};

describe.each(Object.entries(helpers))('the block that %s() returns', (_, make) => {
  test('is a plain, frozen object that equals its JSON', () => {
    const block = make();
    assert.deepStrictEqual(block, JSON.parse(JSON.stringify(block)));
    expect(Object.keys(block)).not.toContain('cached');
    expect(Object.isFrozen(block)).toBe(true);
    expect(Object.getPrototypeOf(block)).toBe(Object.prototype);
  });

  test('returns a copy with cache_control from cached() and does not change', () => {
    const block = make();
    assert.deepStrictEqual(block.cached(), { ...block, cache_control: { type: 'ephemeral' } });
    assert.deepStrictEqual(block.cached('1h'), { ...block, cache_control: { type: 'ephemeral', ttl: '1h' } });
    assert.deepStrictEqual(block.cached('1h').cached('5m').cache_control, { type: 'ephemeral', ttl: '5m' });
    expect(block).not.toHaveProperty('cache_control');
    expect(Object.isFrozen(block.cached())).toBe(true);
    expect(Object.isFrozen(block.cached().cache_control)).toBe(true);
  });
});

describe('cached()', () => {
  test('keeps the literal types of the text and the lifetime', () => {
    const hour = text('hi').cached('1h');
    expectType<Equal<(typeof hour)['cache_control'], { readonly type: 'ephemeral'; readonly ttl: '1h' }>>();
    expectType<Equal<(typeof hour)['text'], 'hi'>>();
    const short = text('hi').cached();
    expectType<Equal<(typeof short)['cache_control'], { readonly type: 'ephemeral' }>>();
    // @ts-expect-error: no such lifetime
    expect(text('hi').cached('2h').cache_control.ttl).toBe('2h');
  });

  test('returns a block that is accepted wherever the original is', () => {
    const blocks: readonly UserContentBlock[] = [
      text('hi').cached(),
      image('https://example.com/a.png').cached('5m'),
    ];
    const system: TextBlockParam = text('hi').cached('1h');
    expect(Message.user(blocks).content).toEqual(blocks);
    expect(system.cache_control).toEqual({ type: 'ephemeral', ttl: '1h' });
  });

  test('does not copy the content of the block', () => {
    const blocks = [{ type: 'text', text: 'hi' } as const];
    const result = toolResult('toolu_1', blocks);
    expect(result.cached().content).toBe(result.content);
  });

  test('is not shown when a block is printed', () => {
    expect(inspect(text('hi'))).toBe("{ type: 'text', text: 'hi' }");
  });
});
