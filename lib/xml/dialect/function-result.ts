import { codec, type XmlCodec } from '../document/codec.js';
import type { Seen } from '../document/content.js';
import { checkObject, freeText, plainText, type Shape } from '../document/shape.js';
import type { Tree } from '../document/tree.js';

/** The result of a call: the tool's output, or its error. */
export type FunctionResult =
  | { readonly tool_name: string; readonly stdout: string }
  | { readonly tool_name: string; readonly error: string };

/** @internal */
export const functionResultShape: Shape<FunctionResult> = {
  content: {
    kind: 'elements',
    children: new Map([
      ['tool_name', plainText.content],
      ['stdout', freeText.content],
      ['error', freeText.content],
    ]),
    admits: (name, seen) => (name === 'tool_name' ? !seen.has(name) : !hasOutcome(seen)),
    mayEnd: (seen) => seen.has('tool_name') && hasOutcome(seen),
  },
  read({ children }) {
    const text = (name: string) => {
      const child = children.find((tree) => tree.name === name);
      return child === undefined ? undefined : freeText.read(child);
    };
    const tool_name = text('tool_name') ?? '';
    const error = text('error');
    return error === undefined ? { tool_name, stdout: text('stdout') ?? '' } : { tool_name, error };
  },
  write(name, value, path) {
    checkObject(value, path);
    const key = 'error' in value ? 'error' : 'stdout';
    const text = 'error' in value ? value.error : value.stdout;
    const prefix = path === '' ? '' : `${path}.`;
    const children: readonly Tree[] = [
      plainText.write('tool_name', value.tool_name, `${prefix}tool_name`),
      freeText.write(key, text, `${prefix}${key}`),
    ];
    return { name, children };
  },
};

function hasOutcome(seen: Seen): boolean {
  return seen.has('stdout') || seen.has('error');
}

/**
 * Reads and writes one `<result>`.
 *
 * @example
 * ```ts
 * import { FunctionResult } from 'clust/xml';
 *
 * const xml = FunctionResult.serialize({ tool_name: 'get_current_stock_price', stdout: '38.50' });
 * ```
 */
export const FunctionResult: XmlCodec<FunctionResult> = codec('result', functionResultShape);
