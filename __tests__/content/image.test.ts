import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeBase64 } from '../../lib/content/base64.js';
import { image } from '../../lib/content/image.js';
import { imageMediaTypeFromPath } from '../../lib/content/image-media-type.js';
import type { ImageMediaType } from '../../lib/wire/blocks/image-block.js';

/** The beginning of a file of each format, and some bytes after it. */
const files: readonly (readonly [ImageMediaType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
  ['image/gif', [...Buffer.from('GIF87a'), 1, 0, 1, 0]],
  ['image/gif', [...Buffer.from('GIF89a'), 1, 0, 1, 0]],
  ['image/webp', [...Buffer.from('RIFF'), 0x0a, 0x0d, 0, 0, ...Buffer.from('WEBPVP8 ')]],
];

describe.each(files)('an image of type %s', (mediaType, numbers) => {
  const bytes = Uint8Array.from(numbers);
  const data = Buffer.from(bytes).toString('base64');
  const sent = { type: 'image', source: { type: 'base64', media_type: mediaType, data } };

  test('is recognized by its bytes, in a Uint8Array, a Buffer or an ArrayBuffer', () => {
    expect(image(bytes)).toEqual(sent);
    expect(image(bytes.buffer)).toEqual(sent);
    expect(image(Buffer.from(bytes))).toEqual(sent);
    expect(image(Uint8Array.from([1, 2, ...numbers, 3]).subarray(2, 2 + numbers.length))).toEqual(sent);
    expect(image(runInNewContext(`Uint8Array.of(${numbers}).buffer`) as ArrayBuffer)).toEqual(sent);
  });

  test('is recognized by its base64 text, plain or in a data URL', () => {
    expect(image({ data })).toEqual(sent);
    expect(image(data)).toEqual(sent);
    expect(image(`data:${mediaType};base64,${data}`)).toEqual(sent);
    expect(image({ data, media_type: mediaType })).toEqual(sent);
  });
});

describe('image()', () => {
  test('accepts URLs and uploaded files', () => {
    const source = { type: 'url', url: 'https://example.com/a.png' };
    expect(image('https://example.com/a.png')).toEqual({ type: 'image', source });
    expect(image(new URL('https://example.com/a.png'))).toEqual({ type: 'image', source });
    expect(image({ url: 'https://example.com/a.png' })).toEqual({ type: 'image', source });
    expect(image({ url: new URL('https://example.com/a.png') })).toEqual({ type: 'image', source });
    expect(image({ file_id: 'file_1' })).toEqual({
      type: 'image',
      source: { type: 'file', file_id: 'file_1' },
    });
  });

  test('sends its options next to the source', () => {
    expect(image({ file_id: 'file_1' }, { transformations: { oversized_image: 'error' } })).toEqual({
      type: 'image',
      source: { type: 'file', file_id: 'file_1' },
      transformations: { oversized_image: 'error' },
    });
  });

  test('rejects data that is not an image of a supported format, and lists the formats', () => {
    const refusal =
      'source: the data is not an image that the API reads: give image/jpeg, image/png, image/gif and image/webp';
    expect(() => image(Buffer.from('BM6....'))).toThrow(refusal);
    expect(() => image(new Uint8Array())).toThrow(refusal);
    expect(() => image('beach.png')).toThrow('source: image() reads no files: give the bytes of one');
    expect(() => image({ data: 'not base64 at all!' })).toThrow(refusal);
  });

  test('uses the given media type unless the data contradicts it', () => {
    const source = image({ data: 'aGVsbG8=', media_type: 'image/png' }).source;
    expect(source).toEqual({ type: 'base64', media_type: 'image/png', data: 'aGVsbG8=' });
    expect(() => image({ data: '/9j/4AAQSkZJRgABAQ==', media_type: 'image/png' })).toThrow(
      'source: the data is image/jpeg, not image/png',
    );
    // @ts-expect-error: not one of the four formats
    expect(image({ data: 'Qk02', media_type: 'image/bmp' }).type).toBe('image');
  });

  test('keeps a long base64 text unchanged', () => {
    const data = `iVBORw0KGgo${'A'.repeat(5_000_001)}`;
    const { source } = image({ data });
    expect(source.type === 'base64' && source.data === data).toBe(true);
  });
});

describe('base64', () => {
  const random = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7919 + length) % 256);

  test.each([0, 1, 2, 3, 4, 5, 6, 255, 256, 257, 65_535, 65_536])(
    'of %d bytes equals the output of Node',
    (length) => {
      expect(encodeBase64(random(length))).toBe(Buffer.from(random(length)).toString('base64'));
    },
  );

  test('of a large file does not overflow the stack', () => {
    const bytes = random(5_000_000);
    expect(encodeBase64(bytes) === Buffer.from(bytes).toString('base64')).toBe(true);
  });

  test('does not change the bytes', () => {
    const bytes = Object.freeze([1, 2, 3]);
    const view = Uint8Array.from(bytes);
    encodeBase64(view);
    expect([...view]).toEqual(bytes);
  });
});

describe('the media type of a file name', () => {
  test.each([
    ['x.png', 'image/png'],
    ['x.jpg', 'image/jpeg'],
    ['x.jpeg', 'image/jpeg'],
    ['X.JPG', 'image/jpeg'],
    ['a.b/c.d.gif', 'image/gif'],
    ['C:\\photos\\x.webp', 'image/webp'],
  ])('%s is %s', (path, mediaType) => {
    expect(imageMediaTypeFromPath(path)).toBe(mediaType);
  });

  test.each(['x.bmp', 'png', 'x', '', 'x.png/', 'x.png.txt', '.png.', 'toString'])(
    '%j is an error',
    (path) => {
      expect(() => imageMediaTypeFromPath(path)).toThrow(
        `path: ${path} has no image extension that the API reads: use image/jpeg, image/png, image/gif and image/webp`,
      );
    },
  );
});

describe('an image on disk', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clust-image-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('has the same media type by its name and by its bytes', () => {
    const path = join(folder, 'pixel.gif');
    writeFileSync(path, Buffer.from('R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=', 'base64'));
    const bytes = readFileSync(path);
    expect(image({ data: bytes.toString('base64'), media_type: imageMediaTypeFromPath(path) })).toEqual(
      image(bytes),
    );
  });
});
