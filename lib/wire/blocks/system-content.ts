import type { RawBlock } from '../open.js';
import type { TextBlockParam } from './text-block.js';
import type { ToolAdditionBlockParam, ToolRemovalBlockParam } from './tool-change-blocks.js';

/** The blocks of a system message within a conversation. */
export type SystemContentBlock = TextBlockParam | ToolAdditionBlockParam | ToolRemovalBlockParam | RawBlock;
