import type { ImageSource, ImageTransformations } from '../wire/blocks/image-block.js';
import { type CacheableContent, cacheable } from './cacheable-content.js';
import { type ImageInput, imageSource } from './image-source.js';

/** What is sent beside the source of an image. */
export interface ImageOptions {
  /** What the API does with an image larger than the model reads. */
  readonly transformations?: ImageTransformations | undefined;
}

/** What `image()` returns. */
export type ImageContent = CacheableContent<{
  readonly type: 'image';
  readonly source: ImageSource;
  readonly transformations?: ImageTransformations | undefined;
}>;

/**
 * A block with an image: JPEG, PNG, GIF or WebP. It goes into a user turn or a tool result.
 *
 * Takes the bytes, `{data}` with base64 (and a `media_type`, if you know it), a URL that the API fetches, or the
 * `{file_id}` of an upload. A string is a URL, a data URL or base64. The media type is told by the first bytes.
 *
 * Sends `{"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "…"}}`, or a source of
 * type `url` or `file`.
 *
 * @throws ValidationError for data of another format, or of another one than `media_type` says.
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises';
 * import { image, Message, text } from 'clust';
 *
 * const bytes = await readFile('beach.jpg');
 * const question = Message.user([image(bytes), text('Where was this taken?')]);
 * const uploaded = image({ file_id: 'file_011CNha8iCJcU1wXNR6q4V8w' });
 * ```
 */
export function image(input: ImageInput, options: ImageOptions = {}): ImageContent {
  return cacheable({ type: 'image' as const, source: Object.freeze(imageSource(input)), ...options });
}
