import type { ReadOutput } from '../content/read-json-output.js';
import { metaOf } from '../request/request-meta.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';

/**
 * What reads the answer of a request that asks for a format; `undefined` for any other request. The reader is loaded
 * when it is needed, so a program that asks for no format does not carry it.
 */
export async function readOutputOf(body: MessagesRequestBody): Promise<ReadOutput | undefined> {
  if (!(body.output_config?.format ?? body.output_format)) return undefined;
  const { readOutputBy } = await import('../content/read-output.js');
  return readOutputBy(metaOf(body).output);
}
