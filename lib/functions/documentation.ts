import type { ts } from 'ts-json-schema-generator';

/** The parts of a function's doc comment. */
export interface Documentation {
  readonly description: string;
  /** By the name after `@param`, such as `symbol` or `query.city`. */
  readonly parameters: ReadonlyMap<string, Described>;
  /** The other tags, such as `@toolName`, with their text. */
  readonly tags: ReadonlyMap<string, string>;
}

/** A text, and the JSON Schema keywords of the inline tags in it, such as `{@minimum 1}`. */
export interface Described {
  readonly text: string;
  readonly keywords: Readonly<Record<string, unknown>>;
}

const textKeywords = new Set(['format', 'pattern', 'title']);

/** The tags that become keywords of the schema. `@integer` becomes its type. */
export const keywordTags: ReadonlySet<string> = new Set([
  ...textKeywords,
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'examples',
  'integer',
]);

export function documentationOf(symbol: ts.Symbol, checker: ts.TypeChecker): Documentation {
  const parameters = new Map<string, Described>();
  const tags = new Map<string, string>();
  for (const { name, text } of symbol.getJsDocTags(checker)) {
    if (name !== 'param') {
      tags.set(name, unwrapped(textOf(text)));
      continue;
    }
    const [first, ...rest] = text ?? [];
    parameters.set(first?.text ?? '', described(textOf(rest)));
  }
  const summary = unwrapped(textOf(symbol.getDocumentationComment(checker)));
  // TSDoc has a description in two parts.
  const description = [summary, tags.get('remarks') ?? ''].filter(Boolean).join('\n\n');
  return { description, parameters, tags };
}

function described(comment: string): Described {
  const keywords: Record<string, unknown> = {};
  // Also removes the comma and the space before a tag.
  const text = comment.replace(/[,;]?\s*\{@(\w+)\s*([^}]*)\}/g, (all, name: string, value: string) => {
    if (!keywordTags.has(name)) return all;
    keywords[name] = keywordValue(name, value.trim());
    return '';
  });
  return { text: unwrapped(text.replace(/^\s*-\s+/, '')), keywords };
}

/** The JSON value of a keyword. A tag without a value means `true`. */
function keywordValue(name: string, text: string): unknown {
  if (textKeywords.has(name)) return text;
  try {
    return JSON.parse(text || 'true');
  } catch {
    return text;
  }
}

/** The text of a comment. Links become their visible text. */
function textOf(parts: readonly ts.SymbolDisplayPart[] = []): string {
  const shown = parts.filter(({ kind }, index) => {
    if (kind === 'linkName') return parts[index + 1]?.kind !== 'linkText';
    return kind !== 'link';
  });
  return shown.map(({ kind, text }) => (kind === 'linkText' ? text.replace(/^\s*\|\s*/, '') : text)).join('');
}

/** Puts each paragraph on one line, since line breaks of the source do not matter to the model. */
function unwrapped(text: string): string {
  return text
    .replace(/\r/g, '')
    .replace(/(?<=[^\n])\n(?![\n*-]|\d+\.|[ \t])/g, ' ')
    .trim();
}
