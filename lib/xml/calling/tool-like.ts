/** What a tool's handler is told about a call. */
export interface CallContext {
  readonly signal?: AbortSignal | undefined;
}

/** A tool of any making: what `tool()` and `ToolBuilder` give, or an object of your own of this shape. */
export interface ToolLike {
  readonly name: string;
  readonly description?: string | undefined;
  /** A JSON Schema of an object. */
  readonly input_schema: { readonly [keyword: string]: unknown };
}
