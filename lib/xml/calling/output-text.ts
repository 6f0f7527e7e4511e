import { replaceIllegalCharacters } from '../text/characters.js';

/**
 * Converts the output of a tool to text for the model: a string unchanged, the text of content blocks, anything else as
 * JSON. Characters that XML does not allow, such as terminal colors, become U+FFFD.
 */
export function outputText(output: unknown): string {
  return replaceIllegalCharacters(textOf(output));
}

function textOf(output: unknown): string {
  if (typeof output === 'string') return output;
  const texts = Array.isArray(output) ? output.map(textOfBlock) : [];
  if (texts.length > 0 && texts.every((text) => text !== undefined)) return texts.join('\n');
  // A tool may return nothing.
  return JSON.stringify(output) ?? '';
}

function textOfBlock(block: unknown): string | undefined {
  const isText = typeof block === 'object' && block !== null && 'type' in block && block.type === 'text';
  return isText && 'text' in block && typeof block.text === 'string' ? block.text : undefined;
}
