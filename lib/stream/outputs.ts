import type { OutputOf } from '../wire/typed-request.js';
import type { DeepPartial } from './deep-partial.js';
import type { Select } from './event-iterator.js';
import { PartialJson } from './partial-json/partial-json.js';
import { textOf } from './text-of.js';

/** What the JSON of an answer says so far, at each piece of its text; of its last block, if it has several. */
export function selectOutputs<Request>(): Select<DeepPartial<OutputOf<Request>>> {
  let view = new PartialJson();
  return (event) => {
    if (event.type === 'content_block_start') view = new PartialJson();
    const text = textOf(event);
    if (text === undefined) return undefined;
    view.push(text);
    // The API writes by the schema of the request.
    return view.value as DeepPartial<OutputOf<Request>> | undefined;
  };
}
