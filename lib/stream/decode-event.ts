import { parseJson } from '../base/parse-json.js';
import type { MessageStreamEvent } from '../wire/message-stream-event.js';

/**
 * The event that a text says; `undefined` when it is no JSON object.
 *
 * The type is the one that the object gives. Some gateways leave it out and name the event only; what has neither is
 * an `error` when it holds one, else a `message`, as in any event stream.
 */
export function decodeEvent(name: string | undefined, data: string): MessageStreamEvent | undefined {
  const value = parseJson(data);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const isTyped = 'type' in value && typeof value.type === 'string';
  const isError = 'error' in value && Boolean(value.error);
  const typed = isTyped ? value : { ...value, type: isError ? 'error' : (name ?? 'message') };
  // An object with a string for its type: a known event as the API promises it, or an unknown one as it is.
  return typed as MessageStreamEvent;
}
