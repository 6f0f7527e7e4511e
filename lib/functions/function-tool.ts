import type { RawSchema } from '../schema/walk-schema.js';

/** A function as a tool, ready to be written. */
export interface FunctionTool {
  readonly toolName: string;
  /** What the module of the function exports it as. */
  readonly exportName: string;
  /** What the function is called. */
  readonly name: string;
  readonly description: string;
  readonly inputSchema: RawSchema;
  readonly arguments: readonly Argument[];
}

/** What the function is called with, in order. */
export type Argument =
  /** A property of the input, or all of it. */
  | {
      readonly from: 'input';
      readonly property: string | undefined;
      readonly isExact: boolean;
      readonly isRest: boolean;
    }
  /** The `ToolContext`. */
  | { readonly from: 'context' };
