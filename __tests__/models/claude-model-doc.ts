import type { ModelSpec } from '../../lib/models/model-spec.js';

/** The JSDoc of a member of `ClaudeModel`, line by line, as the catalogue has it. */
export function claudeModelDoc({ aliasOf, lifecycle, ...spec }: ModelSpec): readonly string[] {
  const limits = `${figure(spec.maxOutputTokens)} out, ${figure(spec.contextWindow ?? 0)} context`;
  const thinking = spec.thinking.length === 0 ? 'no thinking' : `thinking ${spec.thinking.join(', ')}`;
  const active = lifecycle.stage === 'active';
  return [
    `${limits}; ${thinking}${active ? `; not retired before ${lifecycle.notBefore}` : ''}.`,
    ...(aliasOf === null ? [] : [`Stands for \`${aliasOf}\`.`]),
    ...(active ? [] : [`@deprecated ${ending(lifecycle)}`]),
  ];
}

function ending({ stage, deprecatedAt, retiresAt }: ModelSpec['lifecycle']): string {
  if (stage === 'retired') return `Retired on ${retiresAt}: every request to it fails.`;
  if (retiresAt !== null) return `Retires on ${retiresAt}.`;
  return `Deprecated on ${deprecatedAt}; no date of retirement is announced.`;
}

function figure(tokens: number): string {
  if (tokens % 1_000_000 === 0) return `${tokens / 1_000_000}M`;
  return tokens % 1000 === 0 ? `${tokens / 1000}K` : `${tokens}`;
}
