import { isPdf } from '../draft/parts.js';
import type { Rule } from './rule.js';

const largest = 10 * 1024 * 1024;

/**
 * An image is JPEG, PNG, GIF or WebP, sent as base64 of at most 10 MB; a PDF is base64 too. A request accepts at most
 * 600 images and PDF pages, or 100 for models with a context window of 200,000 tokens.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/vision
 * @fix Use `image()`, which encodes bytes and detects their format; scale large images down.
 * @runtime The bytes are known at run time; the formats are in the types.
 */
export const images: Rule = {
  id: 'images',
  check({ parts, spec }, refuse) {
    const found = parts.filter(({ block }) => block.type === 'image');
    // A PDF has at least one page.
    const count = found.length + parts.filter(({ block }) => isPdf(block)).length;
    const most = spec?.contextWindow === 200_000 ? 100 : 600;
    if (spec?.contextWindow && count > most) refuse('messages', tooMany(spec.id, most, count));
    for (const { block, path } of parts) {
      const { type, media_type, data } = block.source ?? {};
      if (type !== 'base64') continue;
      const at = `${path}.source`;
      // MIME line breaks are accepted. One character after groups of four encodes nothing.
      const text = `${data}`.replace(/\s/g, '');
      if (!/^[a-z\d+/]*={0,2}$/i.test(text) || text.length % 4 === 1) refuse(`${at}.data`, encoding);
      if (block.type !== 'image') continue;
      if (!/^image\/(jpeg|png|gif|webp)$/.test(`${media_type}`))
        refuse(`${at}.media_type`, format(media_type));
      if (text.length > largest) refuse(`${at}.data`, large(text.length));
    }
  },
};

const tooMany = (id: string, most: number, count: number) =>
  `${id} takes at most ${most} images and pages of PDF, not ${count}`;
const format = (type: string | undefined) => `an image is JPEG, PNG, GIF or WebP, not ${type}`;
const encoding = 'this is not base64: send the encoded bytes alone, without data: before them';
const large = (size: number) =>
  `an image has at most 10 MB of base64, not ${(size / 1024 / 1024).toFixed(1)}`;
