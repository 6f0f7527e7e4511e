import { isObject } from '../../base/is-object.js';
import { type BlockFieldKind, contentBlockOf } from '../../content/content-blocks.js';
import type { ToolResultContentBlock } from '../../wire/blocks/tool-result-block.js';

/** Whether a value is a block that a tool result may contain, with the fields that it requires. */
export function isResultContent(value: unknown): value is ToolResultContentBlock {
  const { needs, inResult } = (isObject(value) && contentBlockOf(value.type)) || {};
  if (!isObject(value) || !inResult) return false;
  return Object.entries(needs ?? {}).every(([field, kind]) => kindOfField(value[field]) === kind);
}

function kindOfField(value: unknown): BlockFieldKind | undefined {
  if (typeof value === 'string') return 'text';
  if (Array.isArray(value)) return 'list';
  return isObject(value) ? 'object' : undefined;
}
