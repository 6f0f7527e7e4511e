import { isObject } from '../../base/is-object.js';
import type { ToolResultContentBlock } from '../../wire/blocks/tool-result-block.js';

/** What a block of each type has at least, and of what kind: a row of a database may have a `type` of that name, too. */
const blocks: { readonly [type: string]: readonly [field: string, kind: 'string' | 'object'] } = {
  text: ['text', 'string'],
  image: ['source', 'object'],
  document: ['source', 'object'],
  search_result: ['content', 'object'],
  tool_reference: ['tool_name', 'string'],
  browser_state: ['tabs', 'object'],
};

/**
 * What a handler gave, as the content of its result: text and blocks as they are, nothing as nothing, and anything
 * else as JSON.
 *
 * @throws TypeError for what JSON cannot say: a BigInt, a value that holds itself, bytes, a `Map`.
 */
export function resultContent(output: unknown): string | readonly ToolResultContentBlock[] | undefined {
  if (output === undefined || typeof output === 'string') return output;
  if (isBlock(output)) return [output];
  if (Array.isArray(output) && output.length > 0 && output.every(isBlock)) return output;
  const json = JSON.stringify(output, whole);
  if (json === undefined) throw new TypeError(`it is a ${typeof output}`);
  return json;
}

function isBlock(output: unknown): output is ToolResultContentBlock {
  if (!isObject(output) || !Object.hasOwn(blocks, String(output.type))) return false;
  const [field, kind] = blocks[String(output.type)] ?? [];
  const value = field && output[field];
  return value !== null && typeof value === kind;
}

/** Refuses what JSON would not refuse but lose: it makes `{}` of a `Map`, an error or a promise, and digits of bytes. */
function whole(this: unknown, key: string, value: unknown): unknown {
  // Not `value`: bytes of Node have become an object of their own by now.
  if (ArrayBuffer.isView(Object(this)[key])) throw new TypeError('bytes are given by image() or document()');
  if (isObject(value) && Object.keys(value).length === 0 && !isPlain(value))
    throw new TypeError(`it would lose what a ${value.constructor?.name || 'value of its class'} holds`);
  return value;
}

/** Of no class: its prototype is that of every object, of whatever realm, or there is none. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
