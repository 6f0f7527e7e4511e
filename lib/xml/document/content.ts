import type { CallParameters } from './call-parameters.js';

/** The content of a leaf: a text, or the parameters of a call. */
export type Leaf = string | CallParameters;

/** The allowed content of an element, for the scanner. */
export type Content = TextContent | ParametersContent | ElementsContent;

export interface TextContent {
  readonly kind: 'text';
  /** Whether balanced elements are kept as part of the text. */
  readonly markup: boolean;
}

/** One element for each parameter, with any name. */
export interface ParametersContent {
  readonly kind: 'parameters';
}

export interface ElementsContent {
  readonly kind: 'elements';
  readonly children: ReadonlyMap<string, Content>;
  /** Whether another child of this name is allowed. */
  admits(name: string, seen: Seen): boolean;
  /** Whether all required children have been seen. */
  mayEnd(seen: Seen): boolean;
}

/** How often each child has been seen. */
export type Seen = ReadonlyMap<string, number>;
