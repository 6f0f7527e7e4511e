import { isRawSchema as isObject } from '../../schema/to-json-schema.js';
import type { ToolResultContentBlock } from '../../wire/blocks/tool-result-block.js';

const blockTypes = /^(text|image|document|search_result|tool_reference|browser_state)$/;

/**
 * What a handler gave, as the content of its result: text and blocks as they are, nothing as nothing, and anything
 * else as JSON.
 *
 * @throws TypeError for what JSON cannot say: a BigInt, a value that holds itself.
 */
export function resultContent(output: unknown): string | readonly ToolResultContentBlock[] | undefined {
  if (output === undefined || typeof output === 'string') return output;
  if (isBlock(output)) return [output];
  if (Array.isArray(output) && output.length > 0 && output.every(isBlock)) return output;
  return JSON.stringify(output) ?? String(output);
}

/** An object of the type of a block, with something that blocks of that type have. */
function isBlock(output: unknown): output is ToolResultContentBlock {
  if (!isObject(output) || !blockTypes.test(String(output.type))) return false;
  return ['text', 'source', 'content', 'tool_name', 'tabs'].some((field) => field in output);
}
