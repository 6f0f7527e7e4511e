import { isObject } from '../../base/is-object.js';
import { ValidationError } from '../../errors/validation-error.js';
import type { Attempt } from '../../transport/attempt.js';
import type { Call } from '../../transport/call.js';
import { execute } from '../../transport/execute.js';
import { withHttp } from '../../transport/http-info.js';
import { readJson } from '../../transport/read-json.js';
import type { TransportConfig } from '../../transport/transport-config.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import { multipart } from '../multipart/multipart.js';
import type { PageList } from '../page-list.js';
import { pageList } from '../pages.js';
import { betasOf } from '../request-betas.js';
import { streamOf } from '../stream-of.js';
import { textLines } from '../text-lines.js';
import type { RawCallOptions } from './raw-call.js';

/** The implementation of `client.raw`. */
export function rawCalls(config: TransportConfig) {
  return {
    call: async (method: string, path: string, options: RawCallOptions & { responseType?: unknown } = {}) => {
      const { responseType = 'json', ...rest } = options;
      const call = callOf(method, path, rest);
      if (responseType === 'lines') return lines(config, call);
      const read = readers[responseType as keyof typeof readers];
      if (read === undefined) throw unknownType(responseType);
      return execute(call, config, async (response, attempt): Promise<unknown> => read(response, attempt));
    },
    paginate: (method: string, path: string, options: RawCallOptions = {}): PageList<unknown> =>
      pageList(config, callOf(method, path, options)),
  };
}

function callOf(method: string, path: string, { multipart: fields, ...options }: RawCallOptions): Call {
  const form = fields && multipart(fields);
  return { ...options, ...form, method, path, betas: betasFor(options) };
}

/** The betas of a call, and those of the built request that it sends, if it sends one. */
function betasFor({ json, betas }: RawCallOptions): readonly string[] | undefined {
  const isRequest = isObject(json) && typeof json.model === 'string' && Array.isArray(json.messages);
  return isRequest ? betasOf(json as object as MessagesRequestBody, betas) : betas;
}

const whole = (response: Response, attempt: Attempt) => new Response(streamOf(response, attempt));

const readers = {
  // A 204 has no body.
  json: async (response: Response, attempt: Attempt) =>
    withHttp(response.status === 204 ? {} : await readJson(response, attempt), attempt.http),
  text: (response: Response, attempt: Attempt) => whole(response, attempt).text(),
  bytes: async (response: Response, attempt: Attempt) =>
    withHttp(new Uint8Array(await whole(response, attempt).arrayBuffer()), attempt.http),
  stream: async (response: Response, attempt: Attempt) => withHttp(streamOf(response, attempt), attempt.http),
};

async function lines(config: TransportConfig, call: Call) {
  const answer = await textLines(config, { accept: '*/*', ...call });
  const texts = async function* () {
    for await (const { text } of answer.lines) if (text.trim() !== '') yield text.replace(/\r$/, '');
  };
  return withHttp(texts(), answer.attempt.http);
}

function unknownType(responseType: unknown): ValidationError {
  const known = [...Object.keys(readers), 'lines'].join(', ');
  const message = `an answer is read as one of ${known}, not as ${JSON.stringify(responseType)}`;
  return new ValidationError([{ path: 'responseType', rule: 'response-type', message }]);
}
