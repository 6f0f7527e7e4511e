import type { Cacheable } from '../cache-control.js';

/** The image formats of the API. */
export type ImageMediaType = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp';

/** An image in the request itself. */
export interface Base64ImageSource {
  readonly type: 'base64';
  readonly media_type: ImageMediaType;
  readonly data: string;
}

/** An image that the API fetches. */
export interface UrlImageSource {
  readonly type: 'url';
  readonly url: string;
}

/** An image uploaded through the Files API. */
export interface FileImageSource {
  readonly type: 'file';
  readonly file_id: string;
}

/** Where an image comes from. */
export type ImageSource = Base64ImageSource | UrlImageSource | FileImageSource;

/** What the API does with an image that is larger than the model supports: shrinks it, or answers 400. */
export interface ImageTransformations {
  readonly oversized_image?: 'downsize' | 'error' | undefined;
}

/** An image, in a user turn or a tool result. */
export interface ImageBlockParam extends Cacheable {
  readonly type: 'image';
  readonly source: ImageSource;
  readonly transformations?: ImageTransformations | null | undefined;
}
