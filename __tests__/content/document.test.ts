import { describe, expect, test } from '@jest/globals';
import { document } from '../../lib/content/document.js';
import { text } from '../../lib/content/text.js';
import type { UserContentBlock } from '../../lib/wire/blocks/user-content.js';
import { type Equal, expectType } from '../support/types.js';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj');
const data = pdf.toString('base64');

describe('document()', () => {
  const base64 = { type: 'base64', media_type: 'application/pdf', data };
  test.each([
    ['bytes', pdf, base64],
    ['an ArrayBuffer', Uint8Array.from(pdf).buffer, base64],
    ['base64', { data }, base64],
    ['text', { text: 'hi' }, { type: 'text', media_type: 'text/plain', data: 'hi' }],
    ['a URL', { url: 'https://example.com/a.pdf' }, { type: 'url', url: 'https://example.com/a.pdf' }],
    ['a URL object', new URL('https://example.com/a.pdf'), { type: 'url', url: 'https://example.com/a.pdf' }],
    ['an upload', { file_id: 'file_1' }, { type: 'file', file_id: 'file_1' }],
    ['blocks', { content: [text('hi')] }, { type: 'content', content: [{ type: 'text', text: 'hi' }] }],
    ['a string as content', { content: 'hi' }, { type: 'content', content: 'hi' }],
  ] as const)('sends %s', (_, input, source) => {
    expect(document(input)).toEqual({ type: 'document', source });
  });

  test('accepts a PDF with a few other bytes before its header', () => {
    expect(document(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0x0a]), pdf])).source.type).toBe('base64');
  });

  test('rejects bytes that are not a PDF, and blank text', () => {
    expect(() => document(Buffer.from('hello'))).toThrow(
      'source: the bytes are not a PDF: for a text file give { text }',
    );
    expect(() => document(new Uint8Array())).toThrow('the bytes are not a PDF');
    expect(() => document({ text: ' ' })).toThrow('source.data: text must contain a character');
  });

  test('sends its options next to the source, and their types are known', () => {
    const block = document({ text: 'hi' }, { title: 'T', context: 'C', citations: { enabled: true } });
    expect(JSON.stringify(block)).toBe(
      '{"type":"document","source":{"type":"text","media_type":"text/plain","data":"hi"},"title":"T","context":"C","citations":{"enabled":true}}',
    );
    expectType<Equal<(typeof block)['citations'], { readonly enabled: true }>>();
    const sent: UserContentBlock = block;
    // @ts-expect-error: no such option
    expect(document({ text: 'hi' }, { tittle: 'T' })).not.toBe(sent);
    expect(document({ text: 'hi' }, { title: null, context: null, citations: null }).title).toBeNull();
    // @ts-expect-error: a title is a string
    expect(document({ text: 'hi' }, { title: 3 })).not.toBe(sent);
  });
});
