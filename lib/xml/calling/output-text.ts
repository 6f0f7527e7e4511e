import { replaceIllegalCharacters } from '../text/characters.js';

/**
 * What a tool gave, as the text that the model gets: a string as it is, the text of content blocks, anything else as
 * JSON. Characters that XML cannot hold, of colours in a terminal for instance, become U+FFFD.
 */
export function outputText(output: unknown): string {
  return replaceIllegalCharacters(textOf(output));
}

function textOf(output: unknown): string {
  if (typeof output === 'string') return output;
  const texts = Array.isArray(output) ? output.map(textOfBlock) : [];
  if (texts.length > 0 && texts.every((text) => text !== undefined)) return texts.join('\n');
  // Nothing is what a tool gives that only does something.
  return JSON.stringify(output) ?? '';
}

function textOfBlock(block: unknown): string | undefined {
  const isText = typeof block === 'object' && block !== null && 'type' in block && block.type === 'text';
  return isText && 'text' in block && typeof block.text === 'string' ? block.text : undefined;
}
