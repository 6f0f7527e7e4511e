import { isObject } from '../../base/is-object.js';
import { responseOf } from '../../content/message-response.js';
import type { HttpInfo } from '../../wire/http.js';
import type { MessageBody } from '../../wire/message-body.js';
import type { ReadOutputs } from './batch-outputs.js';
import type { BatchResult } from './message-batch.js';

/** The result that a line holds, its message as `createMessage` gives one; `undefined` when it holds none. */
export function readResult(
  line: Readonly<Record<string, unknown>>,
  http: HttpInfo,
  outputs: ReadOutputs,
): BatchResult | undefined {
  const { custom_id, result } = line;
  if (typeof custom_id !== 'string' || !isObject(result) || typeof result.type !== 'string') return undefined;
  // A result of another type, also one that is newer than this release, is given as it came.
  if (result.type !== 'succeeded') return Object.freeze(line) as object as BatchResult;
  if (!isObject(result.message) || !Array.isArray(result.message.content)) return undefined;
  // Its content, which every reader of a message goes through, was checked.
  const body = result.message as object as MessageBody;
  const message = responseOf(body, http, outputs.get(custom_id));
  return Object.freeze({ ...line, result: Object.freeze({ ...result, message }) }) as object as BatchResult;
}
