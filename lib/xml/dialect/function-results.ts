import { codec, type XmlCodec } from '../document/codec.js';
import { checkArray, checkObject, freeText, type Shape } from '../document/shape.js';
import { type FunctionResult, functionResultShape } from './function-result.js';

/** The results of calls, in their order, or why there are none. */
export type FunctionResults = { readonly results: readonly FunctionResult[] } | { readonly error: string };

const functionResultsShape: Shape<FunctionResults> = {
  content: {
    kind: 'elements',
    children: new Map([
      ['result', functionResultShape.content],
      ['error', freeText.content],
      ['system', freeText.content],
    ]),
    admits: (name, seen) => seen.size === 0 || (name === 'result' && seen.has(name)),
    mayEnd: () => true,
  },
  read({ children }) {
    // `<system>` is the name of `<error>` in the first prompts of this format.
    const failure = children.find(({ name }) => name === 'error' || name === 'system');
    if (failure !== undefined) return { error: freeText.read(failure) };
    return { results: children.map((child) => functionResultShape.read(child)) };
  },
  write(name, value, path) {
    checkObject(value, path);
    if ('error' in value) return { name, children: [freeText.write('error', value.error, 'error')] };
    const results = checkArray(value.results, 'results');
    // The shape of a result checks it.
    const children = results.map((result, index) =>
      functionResultShape.write('result', result as FunctionResult, `results.${index}`),
    );
    return { name, children };
  },
};

/**
 * Reads and writes `<function_results>`. The `<system>` of an old prompt reads as an error.
 *
 * @example
 * ```ts
 * import { FunctionResults } from 'clust/xml';
 *
 * FunctionResults.serialize({ results: [{ tool_name: 'get_current_stock_price', stdout: '38.50' }] });
 * FunctionResults.serialize({ error: 'There is no stock of this symbol.' });
 * ```
 */
export const FunctionResults: XmlCodec<FunctionResults> = codec('function_results', functionResultsShape);
