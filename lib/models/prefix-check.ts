/**
 * Models that read a thinking block only behind the prefix that it was written after: of every account, or of accounts
 * made on or after 2026-08-31 and of requests that set `thinking.block_binding.prefix_mismatch_behavior`.
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

/** Whose requests a model checks for thinking behind a changed prefix; `undefined` for a model that checks none. */
export function prefixCheckOf(model: string): 'always' | 'newer accounts' | undefined {
  return prefixChecks.get(model);
}
