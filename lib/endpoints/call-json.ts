import { describeErrorBody } from '../errors/describe-error-body.js';
import { errorIn, unexpectedAnswer } from '../transport/api-errors.js';
import type { Call } from '../transport/call.js';
import { execute } from '../transport/execute.js';
import { withHttp } from '../transport/http-info.js';
import { readJson } from '../transport/read-json.js';
import type { TransportConfig } from '../transport/transport-config.js';
import type { HasHttp } from '../wire/http.js';

/** What an endpoint answers, and the field by which clust recognizes it. */
export interface Expected {
  /** For the error message, such as `a batch`. */
  readonly what: string;
  readonly field: string;
  readonly type: 'string' | 'number' | 'list';
}

/** Makes a call that returns an API object with an id. `what` names the object in errors, such as `a batch`. */
export function callObject<Answer extends object>(
  config: TransportConfig,
  call: Call,
  what: string,
): Promise<Answer & HasHttp> {
  return callJson(config, call, { what, field: 'id', type: 'string' });
}

/**
 * Makes a call that returns a JSON object. One field of it is checked. If a gateway sends an error with status 200, it
 * is thrown as an error.
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
    // One field was checked; the rest has the type of the API reference.
    return withHttp(answer as Answer, attempt.http);
  });
}
