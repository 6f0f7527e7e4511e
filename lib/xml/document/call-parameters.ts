/**
 * The value of a parameter: its text. Child elements are kept as the text they are written as, for `callFunctions`
 * to read when the tool's schema asks for a list or an object. A parameter that is written several times is a list.
 */
export type ParameterValue = string | readonly [string, string, ...string[]];

/** The parameters of a call by name. Every name is an own property, `__proto__` as well. */
export interface CallParameters {
  readonly [name: string]: ParameterValue;
}

/** Puts together the parameters of a call from its elements, in the order of their first appearance. */
export function collectParameters(
  elements: Iterable<readonly [name: string, value: string]>,
): CallParameters {
  const texts = new Map<string, string[]>();
  for (const [name, text] of elements) {
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
