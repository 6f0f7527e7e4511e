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
  /** What may come next, after these children. */
  next(seen: Seen): Next;
}

/** How often each child has been seen. */
export type Seen = ReadonlyMap<string, number>;

export interface Next {
  readonly names: readonly string[];
  readonly mayEnd: boolean;
}
