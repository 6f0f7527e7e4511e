import { setOwn } from '../set-own.js';
import { MalformedEvent } from './malformed-event.js';

/**
 * Adds a delta to its block as the API's own deltas do: by the name of the field. A string continues a string, a
 * list continues a list, anything else takes its place. So `{type: 'mood_delta', mood: 'calm'}` of tomorrow ends up
 * in the `mood` of its block, and the block can be sent back whole.
 *
 * `grown` remembers the lists that were made here: they grow in place, since a copy for every item would cost O(n²).
 */
export function addFields(block: object, delta: object, grown: Set<unknown>): void {
  for (const [name, value] of Object.entries(delta)) {
    if (name === 'type' || value === null) continue;
    const before = ownField(block, name);
    if (Array.isArray(before) && Array.isArray(value)) setOwn(block, name, joined(before, value, grown));
    else
      setOwn(block, name, typeof before === 'string' && typeof value === 'string' ? before + value : value);
  }
}

/** A list that came with an event belongs to the event, and stays as it is. */
function joined(before: unknown[], items: readonly unknown[], grown: Set<unknown>): unknown[] {
  const list = grown.has(before) ? before : [...before];
  for (const item of items) list.push(item);
  grown.add(list);
  return list;
}

/** Continues one text. `+=` builds a rope in the engine: nothing is copied until the text is read. */
export function addText(
  block: Record<string, unknown>,
  name: string,
  delta: Readonly<Record<string, unknown>>,
): void {
  const before = block[name];
  const piece = textIn(delta, name);
  block[name] = typeof before === 'string' ? before + piece : piece;
}

/** What a delta must hold: without it the answer would have a hole. Some gateways write `null` for an empty text. */
export function textIn(delta: object, name: string): string {
  const text: unknown = Reflect.get(delta, name);
  if (typeof text === 'string') return text;
  if (text === null) return '';
  throw new MalformedEvent(`a delta came without its ${name}`);
}

function ownField(block: object, name: string): unknown {
  return Object.hasOwn(block, name) ? Reflect.get(block, name) : undefined;
}
