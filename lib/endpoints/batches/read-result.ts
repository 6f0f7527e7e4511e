import { isObject } from '../../base/is-object.js';
import { responseOf } from '../../content/message-response.js';
import type { HttpInfo } from '../../wire/http.js';
import type { MessageBody } from '../../wire/message-body.js';
import type { ReadOutputs } from './batch-outputs.js';
import type { BatchResult } from './message-batch.js';

/**
 * Reads the result of a line, with its message as `createMessage` returns it; `undefined` if the line is not a result.
 */
export function readResult(
  line: Readonly<Record<string, unknown>>,
  http: HttpInfo,
  outputs: ReadOutputs,
): BatchResult | undefined {
  const { custom_id, result } = line;
  if (typeof custom_id !== 'string' || !isObject(result) || typeof result.type !== 'string') return undefined;
  // A result of another type, known or unknown, is returned as it is.
  if (result.type !== 'succeeded') return Object.freeze(line) as object as BatchResult;
  if (!isObject(result.message) || !Array.isArray(result.message.content)) return undefined;
  // Its `content`, which clust reads, was checked above.
  const body = result.message as object as MessageBody;
  const message = responseOf(body, http, outputs.get(custom_id));
  return Object.freeze({ ...line, result: Object.freeze({ ...result, message }) }) as object as BatchResult;
}
