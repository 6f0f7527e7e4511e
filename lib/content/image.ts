import type { ImageSource, ImageTransformations } from '../wire/blocks/image-block.js';
import { type CacheableContent, cacheable } from './cacheable-content.js';
import { type ImageInput, imageSource } from './image-source.js';

/** The fields of an image block beside its source. */
export interface ImageOptions {
  /** What the API does with an image that is larger than the model supports. */
  readonly transformations?: ImageTransformations | undefined;
}

/** What `image()` returns. */
export type ImageContent = CacheableContent<{
  readonly type: 'image';
  readonly source: ImageSource;
  readonly transformations?: ImageTransformations | undefined;
}>;

/**
 * Creates a block with an image: JPEG, PNG, GIF or WebP. It goes into a user turn or a tool result.
 *
 * Takes the bytes, `{data}` with base64 (and optionally a `media_type`), a URL that the API fetches, or the `{file_id}`
 * of an upload. A string may be a URL, a data URL or base64. The media type is detected from the first bytes.
 *
 * Sends `{"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "…"}}`, or a source of
 * type `url` or `file`.
 *
 * @throws {ValidationError} If the data has another format, or does not match `media_type`.
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
