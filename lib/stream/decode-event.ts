import { parseJson } from '../base/parse-json.js';
import type { MessageStreamEvent } from '../wire/message-stream-event.js';

/**
 * Parses the data of an event; `undefined` if it is not a JSON object.
 *
 * The `type` field of the object decides. If a gateway leaves it out, the event's name does; without both, the type is
 * `error` if the object has an `error`, else `message`, the default of event streams.
 */
export function decodeEvent(name: string | undefined, data: string): MessageStreamEvent | undefined {
  const value = parseJson(data);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const isTyped = 'type' in value && typeof value.type === 'string';
  const isError = 'error' in value && Boolean(value.error);
  const typed = isTyped ? value : { ...value, type: isError ? 'error' : (name ?? 'message') };
  // An object whose type is a string: a known event, typed as the API documents it, or an unknown event.
  return typed as MessageStreamEvent;
}
