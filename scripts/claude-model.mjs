// Generates lib/models/claude-model.ts from the catalog and the facts of the models:
//
//     node scripts/claude-model.mjs [--check]
//
// With --check, it writes nothing and fails if the file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { load, root } from './load.mjs';

const file = `${root}lib/models/claude-model.ts`;

const { catalogue, findModel } = await load(`
  export { catalogue } from './lib/models/catalogue.ts';
  export { findModel } from './lib/models/find-model.ts';
`);
const written = readFileSync(file, 'utf8');
const [before, , after] = written.split(/(?<=^export const ClaudeModel = \{\n)([\s\S]*?)(?=^\} as const)/m);
const source = `${before}${Object.keys(catalogue).map(memberOf).join('')}${after}`;

if (!process.argv.includes('--check')) writeFileSync(file, source);
else if (written !== source) {
  console.error('lib/models/claude-model.ts is out of date: run `node scripts/claude-model.mjs`');
  process.exitCode = 1;
}

function memberOf(id) {
  const lines = docOf(findModel(id));
  const doc =
    lines.length === 1
      ? `  /** ${lines[0]} */\n`
      : `  /**\n${lines.map((line) => `   * ${line}\n`).join('')}   */\n`;
  return `${doc}  ${nameOf(id)}: '${id}',\n`;
}

/**
 * The member name of a model id: `Opus5_5`, `Haiku4_5_20251001`, `Sonnet3_7Latest`. Ids that begin with a single-digit
 * version keep it in front, as the Rust crate does: `Claude3Opus20240229`.
 */
function nameOf(id) {
  const [, first, ...rest] = id.split('-');
  const versions = [first, ...rest].filter((part) => /^\d{1,2}$/.test(part));
  const line = [first, ...rest].find((part) => /^[a-z]+$/.test(part));
  const date = rest.find((part) => /^\d{8}$/.test(part));
  const suffix = rest.find((part) => part !== line && /^[a-z]+$/.test(part)) ?? '';
  if (/^\d$/.test(first) && versions.length === 1)
    return `Claude${first}${capital(line)}${date ?? ''}${capital(suffix)}`;
  return `${capital(line)}${versions.join('_')}${date === undefined ? '' : `_${date}`}${capital(suffix)}`;
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The lines of a member's doc comment. */
function docOf({ aliasOf, lifecycle, ...spec }) {
  const limits = [
    `${figure(spec.maxOutputTokens)} out, ${figure(spec.contextWindow)} context`,
    spec.thinking.length === 0 ? 'no thinking' : `thinking ${spec.thinking.join(', ')}`,
    ...(lifecycle.stage === 'active' ? [`not retired before ${lifecycle.notBefore}`] : []),
  ];
  return [
    `${limits.join('; ')}.`,
    ...(spec.price === null ? [] : [`${pricesOf(spec).join('; ')}.`]),
    ...(aliasOf === null ? [] : [`An alias of \`${aliasOf}\`.`]),
    ...(lifecycle.stage === 'active' ? [] : [`@deprecated ${endingOf(lifecycle)}`]),
  ];
}

function pricesOf({ price, longPromptPrice, fast, fastPrice, fastUntil }) {
  const until = fastUntil === null ? '' : `, until ${fastUntil}`;
  return [
    `${dollars(price)} per million tokens`,
    ...(longPromptPrice === null
      ? []
      : [`${dollars(longPromptPrice)} when the prompt has more than ${figure(longPromptPrice.above)}`]),
    ...(fast === false || fastPrice === null ? [] : [`${dollars(fastPrice)} at fast speed${until}`]),
  ];
}

function dollars({ input, output }) {
  return `$${input} in, $${output} out`;
}

function endingOf({ stage, deprecatedAt, retiresAt }) {
  if (stage === 'retired') return `Retired on ${retiresAt}: every request to it fails.`;
  if (retiresAt !== null) return `Retires on ${retiresAt}.`;
  return `Deprecated on ${deprecatedAt}; no retirement date is announced.`;
}

function figure(tokens) {
  if (tokens % 1_000_000 === 0) return `${tokens / 1_000_000}M`;
  return tokens % 1000 === 0 ? `${tokens / 1000}K` : `${tokens}`;
}
