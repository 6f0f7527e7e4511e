import type { Rule } from './rule.js';

const formats = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
const largest = 10 * 1024 * 1024;

/**
 * An image is JPEG, PNG, GIF or WebP, sent as base64 of at most 10 MB; a request takes 600, to models with a window of
 * 200,000 tokens 100.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/vision
 * @fix Use `image()`, which encodes bytes and finds their format; scale large images down.
 * @runtime The bytes are known when they are there; the formats are in the types.
 */
export const images: Rule = {
  id: 'images',
  check({ parts, spec }, refuse) {
    const found = parts.filter(({ block }) => block.type === 'image');
    const most = spec?.contextWindow === 200_000 ? 100 : 600;
    if (spec?.contextWindow && found.length > most) refuse('messages', crowd(spec.id, most, found.length));
    for (const { block, path } of found) {
      const { type, media_type, data } = block.source ?? {};
      if (type !== 'base64') continue;
      const at = `${path}.source`;
      if (!formats.includes(`${media_type}`)) refuse(`${at}.media_type`, format(media_type));
      if (/[^\w+/=\s]|_/.test(`${data}`)) refuse(`${at}.data`, encoding);
      const size = data?.length ?? 0;
      if (size > largest) refuse(`${at}.data`, large(size));
    }
  },
};

const crowd = (id: string, most: number, count: number) => `${id} takes at most ${most} images, not ${count}`;
const format = (type: string | undefined) => `an image is ${formats.join(', ')}, not ${type}`;
const encoding = 'this is not base64: send the encoded bytes alone, without data: before them';
const large = (size: number) =>
  `an image has at most 10 MB of base64, not ${(size / 1024 / 1024).toFixed(1)}`;
