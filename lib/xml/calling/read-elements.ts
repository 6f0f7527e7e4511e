import { isXmlError } from '../../errors/guards.js';
import { callParameters } from '../dialect/call-parameters-shape.js';
import type { CallParameters } from '../document/call-parameters.js';
import { codec } from '../document/codec.js';

const list = codec('elements', callParameters);

/** Reads the child elements that a parameter was written with; nothing when it is text. */
export function readElements(text: string): CallParameters | undefined {
  if (!text.trimStart().startsWith('<')) return undefined;
  try {
    return list.parse(`<elements>${text}</elements>`);
  } catch (error) {
    // A text that begins with `<` and is no sequence of elements.
    if (isXmlError(error)) return undefined;
    throw error;
  }
}
