import { setOwn } from '../set-own.js';
import { MalformedEvent } from './malformed-event.js';

/**
 * Adds a delta to its block, field by field: a string is appended to the string before it, a list to the list before
 * it, and any other value replaces the old one. A delta type of a later API, such as `{type: 'mood_delta', mood:
 * 'calm'}`, therefore ends up in the `mood` of its block, and the block can be sent back whole.
 *
 * `ownLists` holds the lists that were created here. They grow in place, since copying the list for every item would
 * cost O(n²).
 */
export function addFields(block: object, delta: object, ownLists: Set<unknown>): void {
  for (const [name, value] of Object.entries(delta)) {
    if (name === 'type' || value === null) continue;
    const before = ownField(block, name);
    if (Array.isArray(before) && Array.isArray(value))
      setOwn(block, name, appendItems(before, value, ownLists));
    else
      setOwn(block, name, typeof before === 'string' && typeof value === 'string' ? before + value : value);
  }
}

/** Never changes a list that came with an event: it belongs to the event. */
function appendItems(before: unknown[], items: readonly unknown[], ownLists: Set<unknown>): unknown[] {
  const list = ownLists.has(before) ? before : [...before];
  for (const item of items) list.push(item);
  ownLists.add(list);
  return list;
}

/** Appends to a text. The engine stores `+=` as a rope and copies nothing until the text is read. */
export function addText(
  block: Record<string, unknown>,
  name: string,
  delta: Readonly<Record<string, unknown>>,
): void {
  const before = block[name];
  const piece = requiredText(delta, name);
  block[name] = typeof before === 'string' ? before + piece : piece;
}

/**
 * Reads a field that a delta must have; throws without it, since the answer would have a gap. Some gateways send `null`
 * for an empty text.
 */
export function requiredText(delta: object, name: string): string {
  const text: unknown = Reflect.get(delta, name);
  if (typeof text === 'string') return text;
  if (text === null) return '';
  throw new MalformedEvent(`a delta came without its ${name}`);
}

function ownField(block: object, name: string): unknown {
  return Object.hasOwn(block, name) ? Reflect.get(block, name) : undefined;
}
