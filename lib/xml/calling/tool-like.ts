/** What the handler of a tool is told about its call. */
export interface CallContext {
  /** Fires when the result is no longer wanted. */
  readonly signal: AbortSignal;
}

/** A tool of any making: what clust makes for native tool use, or an object of your own of this shape. */
export interface ToolLike {
  readonly name: string;
  readonly description?: string | undefined;
  /** A JSON Schema of an object, as native tool use takes it. */
  readonly input_schema: { readonly [keyword: string]: unknown };
  /** Does what the tool does. What it gives goes to the model, and so does the message of what it throws. */
  call(input: unknown, context: CallContext): unknown;
}
