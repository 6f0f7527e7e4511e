import { describeErrorBody } from '../errors/describe-error-body.js';
import { errorIn, unexpectedAnswer } from '../transport/api-errors.js';
import type { Call } from '../transport/call.js';
import { execute } from '../transport/execute.js';
import { withHttp } from '../transport/http-info.js';
import { readJson } from '../transport/read-json.js';
import type { TransportConfig } from '../transport/transport-config.js';
import type { HasHttp } from '../wire/http.js';

/** What an endpoint answers with, and the field that tells it from the page of a proxy. */
export interface Expected {
  /** For the error message: `a batch`. */
  readonly what: string;
  readonly field: string;
  readonly type: 'string' | 'number' | 'list';
}

/** Makes a call whose answer is an object of the API, with an id: `what` names it in errors, `a batch`. */
export function callObject<Answer extends object>(
  config: TransportConfig,
  call: Call,
  what: string,
): Promise<Answer & HasHttp> {
  return callJson(config, call, { what, field: 'id', type: 'string' });
}

/**
 * Makes a call whose answer is a JSON object. One field of the answer is checked; an error that a gateway sends with
 * status 200 is thrown as the error that it is.
 */
export function callJson<Answer extends object>(
  config: TransportConfig,
  call: Call,
  { what, field, type }: Expected,
): Promise<Answer & HasHttp> {
  return execute(call, config, async (response, attempt) => {
    const answer = await readJson(response, attempt);
    const value = answer[field];
    if (type === 'list' ? !Array.isArray(value) : typeof value !== type) {
      if (describeErrorBody(answer).type !== undefined) throw errorIn(answer, attempt);
      throw unexpectedAnswer(attempt, what, JSON.stringify(answer));
    }
    // The field was checked; the rest of the answer is as the API reference has it, or newer.
    return withHttp(answer as Answer, attempt.http);
  });
}
