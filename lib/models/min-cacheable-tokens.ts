/**
 * The shortest prefix, in tokens, that the prompt cache of a model stores; 1024 for an unknown model. It equals the
 * value in the model's facts, which a program that plans a cache does not load.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/prompt-caching#cache-limitations
 */
export function minCacheableTokens(model: string): number {
  if (/haiku-4-5|opus-4-[56]/.test(model)) return 4096;
  if (/opus-4-7|mythos-preview|3-5-haiku|3-haiku/.test(model)) return 2048;
  return /(fable|mythos|opus|sonnet|haiku)-5/.test(model) && !/sonnet-5$/.test(model) ? 512 : 1024;
}
