/**
 * The value of a parameter: its text. Child elements are kept as source text, which `callFunctions` parses if the
 * tool's schema describes an array or an object. A parameter that occurs several times is a list.
 */
export type ParameterValue = string | readonly [string, string, ...string[]];

/** The parameters of a call by name. Every name is an own property, even `__proto__`. */
export interface CallParameters {
  readonly [name: string]: ParameterValue;
}
