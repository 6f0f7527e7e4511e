import { isObject } from '../../base/is-object.js';
import { messageOf } from '../../base/message-of.js';
import { isToolCallError } from '../../errors/guards.js';
import type { ToolResultBlockParam, ToolResultContentBlock } from '../../wire/blocks/tool-result-block.js';
import type { ToolUseBlock } from '../../wire/blocks/tool-use-block.js';
import type { ToolFailure, ToolFailureContent } from '../tool-failure.js';
import { isResultContent } from './result-content.js';

/** Converts what a handler returned to a result. A returned error counts as a failure, like a thrown one. */
export function resultOf(toolUse: ToolUseBlock, output: unknown): ToolResultBlockParam {
  try {
    if (output instanceof Error || isToolFailure(output))
      return failureOf(toolUse, failureContent(toolUse.name, output));
    return resultBlock(toolUse, resultContent(output));
  } catch (error) {
    return failureOf(
      toolUse,
      `${toolUse.name} returned a result that JSON cannot represent: ${messageOf(error)}`,
    );
  }
}

/** The result of a failed call. */
export function failureOf(toolUse: ToolUseBlock, content: ToolFailureContent): ToolResultBlockParam {
  return resultBlock(toolUse, content, true);
}

/** What the model gets for an error of a tool: the content of a `ToolFailure`, else the message. */
export function failureContent(name: string, error: unknown): ToolFailureContent {
  const isOurs = passesGuard(isToolCallError, error);
  const cause = isOurs ? error.cause : error;
  if (passesGuard(isToolFailure, cause)) return cause.content;
  return isOurs ? error.message : `${name} failed: ${messageOf(error)}`;
}

/** Calls a type guard; false if the guard throws, as it may for a proxy. */
function passesGuard<Type>(guard: (value: unknown) => value is Type, value: unknown): value is Type {
  try {
    return guard(value);
  } catch {
    return false;
  }
}

/**
 * Recognized by its mark, since the tool may come from another copy of the package. The class is not imported, since
 * few programs use it.
 */
function isToolFailure(value: unknown): value is ToolFailure {
  return typeof value === 'object' && value !== null && Symbol.for('clust.ToolFailure') in value;
}

/** Creates the block of `toolResult()`, without `cached()`, so that a program without tools does not load it. */
function resultBlock(
  { id, toolset_name }: ToolUseBlock,
  content: ToolFailureContent | undefined,
  is_error?: true,
): ToolResultBlockParam {
  return Object.freeze({
    type: 'tool_result',
    tool_use_id: id,
    ...(toolset_name && { toolset_name }),
    ...(content !== undefined && {
      content: typeof content === 'string' ? content : Object.freeze([content].flat()),
    }),
    ...(is_error && { is_error }),
  });
}

/**
 * The content of a result: text and blocks unchanged, `undefined` as no content, and anything else as JSON.
 *
 * @throws {TypeError} For a value that JSON cannot represent: a BigInt, a cycle, bytes, a `Map`.
 */
function resultContent(output: unknown): string | readonly ToolResultContentBlock[] | undefined {
  if (output === undefined || typeof output === 'string') return output;
  if (isResultContent(output)) return [output];
  if (Array.isArray(output) && output.length > 0 && output.every(isResultContent)) return output;
  const json = JSON.stringify(output, refuseLoss);
  if (json === undefined) throw new TypeError(`it is a ${typeof output}`);
  return json;
}

/**
 * Refuses values that `JSON.stringify` would lose: it writes a `Map`, an error or a promise as `{}`, and bytes as
 * numbers.
 */
function refuseLoss(this: unknown, key: string, value: unknown): unknown {
  // `toJSON` has already turned a Buffer into a plain object in `value`, so this reads the original.
  if (ArrayBuffer.isView(Object(this)[key])) throw new TypeError('return bytes with image() or document()');
  if (isObject(value) && Object.keys(value).length === 0 && !isPlain(value))
    throw new TypeError(`it would lose what a ${value.constructor?.name || 'value of its class'} holds`);
  return value;
}

/** Whether an object has no class: its prototype is `Object.prototype` of any realm, or `null`. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
