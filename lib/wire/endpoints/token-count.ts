/** The answer of `POST /v1/messages/count_tokens`. */
export interface TokenCountBody {
  /** The tokens of the prompt: system, tools and messages. An estimate, close to the billed number. */
  readonly input_tokens: number;
  /** The tokens of the prompt before context management. */
  readonly context_management?: { readonly original_input_tokens: number } | null | undefined;
}
