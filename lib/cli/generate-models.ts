import { traitsOf } from '../endpoints/models/traits-of.js';
import { ClaudeModel } from '../models/claude-model.js';
import { findModel } from '../models/find-model.js';
import type { ModelRules } from '../models/model-spec.js';
import type { ModelInfo } from '../wire/endpoints/model-info.js';

/** A constant of the generated module. */
export interface GeneratedModel {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

/** A trait for which the API and the catalog differ. */
export interface Disagreement {
  readonly id: string;
  readonly trait: string;
  readonly api: unknown;
  readonly catalog: unknown;
}

/** Traits that decide about requests. For a known model, names and dates come from the catalog. */
const comparedTraits: readonly Exclude<keyof ModelRules, 'id'>[] = [
  'maxOutputTokens',
  'contextWindow',
  'thinking',
  'effort',
  'structuredOutputs',
  'imageInput',
  'pdfInput',
];

/** The differences between the API and the catalog for a model that both know. The API's value counts. */
export function disagreementsOn(info: ModelInfo): readonly Disagreement[] {
  const known = findModel(info.id);
  if (known === undefined) return [];
  const said = traitsOf(info);
  return comparedTraits.flatMap((trait) => {
    const [api, catalog] = [said[trait], known[trait]];
    return api === undefined || isSame(api, catalog) ? [] : [{ id: info.id, trait, api, catalog }];
  });
}

/** Ignores the order of lists, as the API does. */
function isSame(left: unknown, right: unknown): boolean {
  const text = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
  return text(left) === text(right);
}

/**
 * The constant of a model. For a model of the catalog it has `like`, and the traits that the API reports differently;
 * for any other model it has what the API reports, and everything else is accepted.
 *
 * `undefined` if the output limit is unknown.
 */
export function generateModel(info: ModelInfo): GeneratedModel | undefined {
  const said = traitsOf(info);
  const known = findModel(info.id);
  if (known === undefined && said.maxOutputTokens === undefined) return undefined;
  const differing = Object.fromEntries(disagreementsOn(info).map(({ trait, api }) => [trait, api]));
  const fields =
    known === undefined ? { id: info.id, ...said } : { id: info.id, like: info.id, ...differing };
  const name = nameOf(info.id);
  const code = `/** ${info.display_name ?? info.id}. */\nexport const ${name} = defineModel(${literal(fields)});\n`;
  return { id: info.id, name, code };
}

/** The module of these models. */
export function generateModule(models: readonly GeneratedModel[], command: string): string {
  const head = `// Written by \`${command}\` from GET /v1/models. Run it again when \`--check\` finds it stale.\n`;
  return [`${head}import { defineModel } from 'clust';\n`, ...models.map(({ code }) => code)].join('\n');
}

/**
 * The name of the constant: that in `ClaudeModel`, else `Opus6_1` for `claude-opus-6-1`, and `TeamFast` for
 * `team/fast`.
 */
function nameOf(id: string): string {
  const member = Object.entries(ClaudeModel).find(([, known]) => known === id)?.[0];
  if (member !== undefined) return member;
  const words = id.replace(/^claude-/, '').split(/[^\p{L}\p{N}]+/u);
  const name = words.reduce((before, word) => {
    const isFigure = /\d$/.test(before) && /^\d/.test(word);
    return `${before}${isFigure ? '_' : ''}${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  }, '');
  return /^\d/.test(name) ? `Model${name}` : name;
}

/** A value as source code: two spaces, single quotes, a comma at the end of each line. */
function literal(value: unknown, indent = ''): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const lines = Object.entries(value).map(
      ([key, item]) => `${indent}  ${key}: ${literal(item, `${indent}  `)},\n`,
    );
    return `{\n${lines.join('')}${indent}}`;
  }
  if (typeof value === 'number') return String(value).replace(/\B(?=(\d{3})+$)/g, '_');
  return typeof value === 'string' ? quoted(value) : String(value);
}

function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
