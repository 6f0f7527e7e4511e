import { apiErrorFromEvent } from '../errors/api-error-from-event.js';
import { describeErrorBody } from '../errors/describe-error-body.js';
import { StreamError } from '../errors/stream-error.js';
import type { Attempt } from '../transport/attempt.js';
import { readTextStart } from '../transport/read-text.js';
import { redact } from '../transport/redact.js';

const LARGEST = 64 * 1024;
const EXCERPT = 200;

/**
 * Refuses a 200 whose content type says that it is no event stream: the page of a proxy, an error that a gateway
 * sends as a success. Other types pass, and none: gateways are careless with them, and what is no event fails later.
 */
export async function refuseOtherContent(response: Response, attempt: Attempt): Promise<void> {
  const contentType = response.headers.get('content-type') ?? '';
  if (!/html|json|xml/i.test(contentType)) return;
  const { where, number: attempts, http } = attempt;
  const text = redact(await readTextStart(response, attempt, LARGEST));
  const body = parse(text);
  if (describeErrorBody(body).type !== undefined) throw apiErrorFromEvent(body, { ...http, where, attempts });
  throw new StreamError(
    `${where} answered ${http.status} with ${contentType} in place of an event stream: ${text.slice(0, EXCERPT)}`,
    { reason: 'content-type', requestId: http.requestId, bytes: text.length, attempts },
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
