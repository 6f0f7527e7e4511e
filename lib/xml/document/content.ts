import type { CallParameters } from './call-parameters.js';

/** What a leaf of a document holds: a text, or the parameters of a call. */
export type Leaf = string | CallParameters;

/** What an element may hold, as the scanner checks it. */
export type Content = TextContent | ParametersContent | ElementsContent;

export interface TextContent {
  readonly kind: 'text';
  /** Whether balanced elements are taken as part of the text, as they are written. */
  readonly markup: boolean;
}

/** One element a parameter, each of a name from outside. */
export interface ParametersContent {
  readonly kind: 'parameters';
}

export interface ElementsContent {
  readonly kind: 'elements';
  readonly children: ReadonlyMap<string, Content>;
  /** Whether a child of this name may come after these. */
  admits(name: string, seen: Seen): boolean;
  /** Whether these are all that has to be there. */
  mayEnd(seen: Seen): boolean;
}

/** How often each child has been seen. */
export type Seen = ReadonlyMap<string, number>;
