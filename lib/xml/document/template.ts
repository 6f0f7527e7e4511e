import { escapeText } from '../text/references.js';
import type { CallParameters } from './call-parameters.js';
import type { Leaf } from './content.js';

/** A document without its texts: one line for each element, with the index of a leaf in place of each text. */
export interface Template {
  /** `<tool_name>0</tool_name>` */
  readonly markup: string;
  readonly leaves: readonly Leaf[];
}

/** A leaf, which is always a line of its own. */
const leafLine = /^( *)<(\w+)>(\d+)<\/\2>$/gm;

/** Replaces each index by the text of its leaf. */
export function fillTemplate({ markup, leaves }: Template): string {
  return markup.replace(leafLine, (_line, indent: string, name: string, number: string) => {
    const leaf = leaves[Number(number)] ?? '';
    const inside = typeof leaf === 'string' ? escapeText(leaf) : parameterLines(leaf, indent);
    return `${indent}<${name}>${inside}</${name}>`;
  });
}

function parameterLines(parameters: CallParameters, indent: string): string {
  const lines = Object.entries(parameters).flatMap(([name, value]) =>
    [value].flat().map((text) => `${indent}  <${name}>${escapeText(text)}</${name}>\n`),
  );
  return lines.length === 0 ? '' : `\n${lines.join('')}${indent}`;
}
