import type { ClientToolFields } from './tool-fields.js';

/** A JSON Schema (draft 2020-12) of an object. */
export interface ToolInputSchema {
  readonly type: 'object';
  readonly properties?: unknown;
  readonly required?: readonly string[] | null | undefined;
  readonly [keyword: string]: unknown;
}

/** A tool of your own. */
export interface CustomTool extends ClientToolFields {
  readonly type?: 'custom' | null | undefined;
  /** Letters, digits, `_` and `-`, at most 128. */
  readonly name: string;
  readonly description?: string | undefined;
  readonly input_schema: ToolInputSchema;
  /** Streams the input while it is written, without validation. */
  readonly eager_input_streaming?: boolean | null | undefined;
}
