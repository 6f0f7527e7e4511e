import { escapeText } from '../text/references.js';
import type { CallParameters } from './call-parameters.js';
import type { Outline } from './outline.js';

/** A leaf in an indented outline: a line of its own. */
const leafLine = /^( *)<(\w+)>(\d+)<\/\2>$/gm;

/** Writes out an indented outline: each number becomes what it stands for. */
export function spellOut({ markup, leaves }: Outline): string {
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
