/**
 * The value of a parameter: its text. Child elements are kept as the text they are written as, for `callFunctions`
 * to read when the tool's schema asks for a list or an object. A parameter that is written several times is a list.
 */
export type ParameterValue = string | readonly [string, string, ...string[]];

/** The parameters of a call by name. Every name is an own property, `__proto__` as well. */
export interface CallParameters {
  readonly [name: string]: ParameterValue;
}
