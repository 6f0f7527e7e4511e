import { setOwn } from '../set-own.js';
import { MalformedEvent } from './malformed-event.js';

/**
 * Adds a delta to its block as the API's own deltas do: by the name of the field. A string continues a string, a
 * list continues a list, anything else takes its place. So `{type: 'mood_delta', mood: 'calm'}` of tomorrow ends up
 * in the `mood` of its block, and the block can be sent back whole.
 */
export function addFields(block: object, delta: object): void {
  for (const [name, value] of Object.entries(delta)) {
    if (name !== 'type' && value !== null) setOwn(block, name, joined(ownField(block, name), value));
  }
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

/** What a delta must hold: without it the answer would have a hole. */
export function textIn(delta: Readonly<Record<string, unknown>>, name: string): string {
  const text = delta[name];
  if (typeof text === 'string') return text;
  throw new MalformedEvent(`a delta came without its ${name}`);
}

function joined(before: unknown, value: unknown): unknown {
  if (typeof before === 'string' && typeof value === 'string') return before + value;
  if (Array.isArray(before) && Array.isArray(value)) return [...before, ...value];
  return value;
}

function ownField(block: object, name: string): unknown {
  return Object.hasOwn(block, name) ? Reflect.get(block, name) : undefined;
}
