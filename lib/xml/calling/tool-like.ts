/** The second argument of a tool's handler. */
export interface CallContext {
  /** Fires when the result is no longer needed. */
  readonly signal: AbortSignal;
}

/** A tool of any origin: one that clust created for native tool use, or your own object of this shape. */
export interface ToolLike {
  readonly name: string;
  readonly description?: string | undefined;
  /** A JSON Schema of an object, as in native tool use. */
  readonly input_schema: { readonly [keyword: string]: unknown };
  /** Runs the tool. Its result goes to the model, and so does the message of an error that it throws. */
  call(input: unknown, context: CallContext): unknown;
}
