import type { RawBlock } from '../open.js';
import type { CompactionBlockParam } from './compaction-block.js';
import type { ContainerUploadBlockParam } from './container-upload-block.js';
import type { DocumentBlockParam } from './document-block.js';
import type { ImageBlockParam } from './image-block.js';
import type { SearchResultBlockParam } from './search-result-block.js';
import type { TextBlockParam } from './text-block.js';
import type { ToolResultBlockParam } from './tool-result-block.js';

/** The blocks of a user turn. A summary of earlier messages may start the first turn of either role. */
export type UserContentBlock =
  | TextBlockParam
  | ImageBlockParam
  | DocumentBlockParam
  | SearchResultBlockParam
  | ToolResultBlockParam
  | ContainerUploadBlockParam
  | CompactionBlockParam
  | RawBlock;
