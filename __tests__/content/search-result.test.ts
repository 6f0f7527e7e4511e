import { describe, expect, test } from '@jest/globals';
import { searchResult } from '../../lib/content/search-result.js';
import { text } from '../../lib/content/text.js';

describe('searchResult()', () => {
  const base = { source: 'https://example.com', title: 'Example' };

  test('sends text as a text block', () => {
    expect(JSON.stringify(searchResult({ ...base, content: 'hi' }))).toBe(
      '{"type":"search_result","source":"https://example.com","title":"Example","content":[{"type":"text","text":"hi"}]}',
    );
  });

  test('sends blocks unchanged, and citations if they are given', () => {
    const blocks = [text('a'), text('b')] as const;
    const result = searchResult({ ...base, content: blocks, citations: { enabled: true } });
    expect(result).toEqual({ type: 'search_result', ...base, content: blocks, citations: { enabled: true } });
    expect(result.content[0]).toBe(blocks[0]);
    expect(searchResult({ ...base, content: text('a') }).content).toEqual([{ type: 'text', text: 'a' }]);
  });
});
