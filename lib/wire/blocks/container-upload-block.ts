import type { Cacheable } from '../cache-control.js';

/** A file of the Files API that is copied to the container's input directory. */
export interface ContainerUploadBlock {
  readonly type: 'container_upload';
  readonly file_id: string;
}

/** A `container_upload` block, in a user turn or sent back. */
export interface ContainerUploadBlockParam extends ContainerUploadBlock, Cacheable {}
