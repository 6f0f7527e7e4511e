/** The answer of `POST /v1/messages/count_tokens`. */
export interface TokenCountBody {
  /** The tokens of the prompt: system, tools and messages. An estimate, close to what is billed. */
  readonly input_tokens: number;
  /** What the prompt had before context management took effect. */
  readonly context_management?: { readonly original_input_tokens: number } | null | undefined;
}
