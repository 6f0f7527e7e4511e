import type { Cacheable } from '../cache-control.js';
import type { BrowserStateBlockParam } from './browser-state-block.js';
import type { DocumentBlockParam } from './document-block.js';
import type { ImageBlockParam } from './image-block.js';
import type { SearchResultBlockParam } from './search-result-block.js';
import type { TextBlockParam } from './text-block.js';

/** Names a deferred tool, so that the model can use it from here on. */
export interface ToolReferenceBlock {
  readonly type: 'tool_reference';
  readonly tool_name: string;
}

/** A `tool_reference`, in a tool result or sent back. */
export interface ToolReferenceBlockParam extends ToolReferenceBlock, Cacheable {}

/** What a tool result may hold. */
export type ToolResultContentBlock =
  | TextBlockParam
  | ImageBlockParam
  | DocumentBlockParam
  | SearchResultBlockParam
  | ToolReferenceBlockParam
  | BrowserStateBlockParam;

/** The answer to a `tool_use` block of the assistant turn before. */
export interface ToolResultBlockParam extends Cacheable {
  readonly type: 'tool_result';
  readonly tool_use_id: string;
  readonly content?: string | readonly ToolResultContentBlock[] | undefined;
  readonly is_error?: boolean | undefined;
  /** What the `tool_use` block says, when it comes from a toolset. */
  readonly toolset_name?: string | null | undefined;
}
