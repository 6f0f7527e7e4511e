import type { Cacheable } from '../cache-control.js';
import type { BrowserStateBlockParam } from './browser-state-block.js';
import type { DocumentBlockParam } from './document-block.js';
import type { ImageBlockParam } from './image-block.js';
import type { SearchResultBlockParam } from './search-result-block.js';
import type { TextBlockParam } from './text-block.js';

/** Names a deferred tool, so that the model can use it from this point on. */
export interface ToolReferenceBlock {
  readonly type: 'tool_reference';
  readonly tool_name: string;
}

/** A `tool_reference`, in a tool result or sent back. */
export interface ToolReferenceBlockParam extends ToolReferenceBlock, Cacheable {}

/** The blocks of a tool result. */
export type ToolResultContentBlock =
  | TextBlockParam
  | ImageBlockParam
  | DocumentBlockParam
  | SearchResultBlockParam
  | ToolReferenceBlockParam
  | BrowserStateBlockParam;

/** The result of a `tool_use` block in the assistant turn before. */
export interface ToolResultBlockParam extends Cacheable {
  readonly type: 'tool_result';
  readonly tool_use_id: string;
  readonly content?: string | readonly ToolResultContentBlock[] | undefined;
  readonly is_error?: boolean | undefined;
  /** The `toolset_name` of the `tool_use` block, if it has one. */
  readonly toolset_name?: string | null | undefined;
}
