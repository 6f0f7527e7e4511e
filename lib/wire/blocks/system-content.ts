import type { RawBlock } from '../open.js';
import type { TextBlockParam } from './text-block.js';
import type { ToolAdditionBlockParam, ToolRemovalBlockParam } from './tool-change-blocks.js';

/** What a system message in the middle of a conversation may say. */
export type SystemContentBlock = TextBlockParam | ToolAdditionBlockParam | ToolRemovalBlockParam | RawBlock;
