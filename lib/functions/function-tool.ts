import type { RawSchema } from '../schema/walk-schema.js';

/** A function as a tool, ready to be printed. */
export interface FunctionTool {
  readonly toolName: string;
  /** The name of the function's export. */
  readonly exportName: string;
  /** The name of the function. */
  readonly name: string;
  readonly description: string;
  readonly inputSchema: RawSchema;
  readonly arguments: readonly Argument[];
}

/** One argument of the function. */
export type Argument =
  /** A property of the input, or the whole input. */
  | {
      readonly from: 'input';
      readonly property: string | undefined;
      readonly isExact: boolean;
      readonly isRest: boolean;
    }
  /** The `ToolContext`. */
  | { readonly from: 'context' };
