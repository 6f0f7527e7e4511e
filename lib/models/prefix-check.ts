/**
 * Models that accept a thinking block only after the prefix that it was written after. Some check it for every account;
 * others for accounts created on or after 2026-08-31, and for requests with
 * `thinking.block_binding.prefix_mismatch_behavior`.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/thinking#preserved-thinking
 */
const prefixChecks: ReadonlyMap<string, 'always' | 'newer accounts'> = new Map([
  ['claude-fable-5-2', 'always'],
  ['claude-mythos-5-2', 'always'],
  ['claude-fable-5-1', 'newer accounts'],
  ['claude-mythos-5-1', 'newer accounts'],
  ['claude-opus-5-5', 'newer accounts'],
  ['claude-sonnet-5-5', 'newer accounts'],
  ['claude-haiku-5-5', 'newer accounts'],
]);

/** For which accounts a model checks the prefix of thinking; `undefined` if it does not. */
export function prefixCheckOf(model: string): 'always' | 'newer accounts' | undefined {
  return prefixChecks.get(model);
}
