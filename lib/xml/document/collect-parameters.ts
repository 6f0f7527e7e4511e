import type { CallParameters, ParameterValue } from './call-parameters.js';
import type { Tree } from './tree.js';

/** Puts together the parameters of a call from its elements, in the order of their first appearance. */
export function collectParameters(elements: readonly Tree[]): CallParameters {
  const texts = new Map<string, string[]>();
  for (const { name, leaf } of elements) {
    const text = typeof leaf === 'string' ? leaf : '';
    const earlier = texts.get(name);
    if (earlier === undefined) texts.set(name, [text]);
    else earlier.push(text);
  }
  // As JSON.parse does: an ordinary object whose every name is an own property, so `__proto__` sets no prototype.
  return Object.fromEntries(Array.from(texts, ([name, values]) => [name, asValue(values)]));
}

function asValue([first = '', second, ...others]: readonly string[]): ParameterValue {
  return second === undefined ? first : [first, second, ...others];
}
