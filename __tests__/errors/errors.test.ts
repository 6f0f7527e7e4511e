import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { AbortedError } from '../../lib/errors/aborted-error.js';
import { amend } from '../../lib/errors/amend.js';
import { ApiError } from '../../lib/errors/api-error.js';
import { apiErrorFromBody } from '../../lib/errors/api-error-from-body.js';
import type { ClustError } from '../../lib/errors/clust-error.js';
import { ConnectionError } from '../../lib/errors/connection-error.js';
import { isRetryableStatus, statusOfType, typeOfStatus } from '../../lib/errors/error-type.js';
import * as guards from '../../lib/errors/guards.js';
import { ParseError } from '../../lib/errors/parse-error.js';
import { StreamError } from '../../lib/errors/stream-error.js';
import { TimeoutError } from '../../lib/errors/timeout-error.js';
import { ToolCallError } from '../../lib/errors/tool-call-error.js';
import { ValidationError } from '../../lib/errors/validation-error.js';
import { XmlError } from '../../lib/errors/xml-error.js';

const where = 'POST https://api.anthropic.com/v1/messages';
const response = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-haiku-4-5',
  content: [],
  stop_reason: 'refusal',
  stop_sequence: null,
  usage: { input_tokens: 1, output_tokens: 1 },
} as const;

const everyError: readonly ClustError[] = [
  new ValidationError([
    { path: 'max_tokens', rule: 'max-tokens', message: 'max_tokens must be at least 1, not 0' },
  ]),
  new ApiError({ where, status: 429, type: 'rate_limit_error', reason: 'Too many requests' }),
  new ConnectionError('the server refused the connection', { phase: 'connect', retryable: true }),
  new TimeoutError({ where, phase: 'idle', ms: 200 }),
  new AbortedError(where),
  new StreamError('the connection ended before message_stop', { reason: 'cut' }),
  new ToolCallError('no tool is called get_wether', { reason: 'unknown-tool', toolName: 'get_wether' }),
  new XmlError('line 1, column 4: expected </a>', { line: 1, column: 4, expected: '</a>' }),
  new ParseError('the model declined to answer', { reason: 'refusal', response }),
];

const guardOf = (name: string): ((error: unknown) => boolean) => Reflect.get(guards, `is${name}`);

describe('every error', () => {
  test.each(everyError.map((error) => [error.name, error] as const))(
    '%s is recognized only by its own guard',
    (name, error) => {
      expect(guards.isClustError(error)).toBe(true);
      for (const other of everyError) expect(guardOf(other.name)(error)).toBe(other.name === name);
    },
  );

  test.each(everyError.map((error) => [error.name, error] as const))(
    '%s from another copy of the package is recognized',
    (name) => {
      const foreign = Object.assign(new Error('from the other copy'), {
        [Symbol.for('clust.error.ClustError')]: true,
        [Symbol.for(`clust.error.${name}`)]: true,
      });
      expect(guards.isClustError(foreign)).toBe(true);
      expect(guardOf(name)(foreign)).toBe(true);
    },
  );

  test.each(everyError.map((error) => [error.name, error] as const))(
    '%s prints its name and no symbols',
    (name, error) => {
      expect(String(error)).toMatch(new RegExp(`^${name}: .`));
      expect(error.stack).toMatch(new RegExp(`^${name}: .`));
      expect(inspect(error)).not.toContain('Symbol');
      expect(error).toBeInstanceOf(Error);
    },
  );

  test('keeps its cause', () => {
    const cause = new Error('socket hang up');
    expect(new ConnectionError('lost', { phase: 'body', retryable: true }, { cause }).cause).toBe(cause);
    expect(new AbortedError(where, { cause: 'I changed my mind' }).cause).toBe('I changed my mind');
  });

  test('is distinguished by its guard from values that are not ClustErrors', () => {
    for (const value of [undefined, null, 'ApiError', 7, {}, new Error('ApiError'), { name: 'ApiError' }]) {
      for (const { name } of everyError) expect(guardOf(name)(value)).toBe(false);
      expect(guards.isClustError(value)).toBe(false);
    }
  });
});

describe('the message', () => {
  test('of a validation error with one problem is that problem', () => {
    expect(everyError[0]?.message).toBe('max_tokens: max_tokens must be at least 1, not 0');
  });

  test('of a validation error with several problems lists them', () => {
    const error = new ValidationError([
      { path: 'messages', rule: 'messages-required', message: 'a request needs a message' },
      { path: '', rule: 'json-object', message: 'a request is an object' },
    ]);
    expect(error.message).toBe(
      '2 problems:\n- messages: a request needs a message\n- a request is an object',
    );
  });

  test('of an API error has the call, status, type, reason, request id and advice', () => {
    const error = new ApiError({
      where,
      status: 429,
      type: 'rate_limit_error',
      reason: 'Number of requests has exceeded your rate limit',
      requestId: 'req_011',
      advice: 'The API asks to wait 12 s.',
    });
    expect(error.message).toBe(
      `${where} answered 429 rate_limit_error: Number of requests has exceeded your rate limit. (request req_011) The API asks to wait 12 s.`,
    );
  });

  test('of a timeout has the limit and the setting that raises it', () => {
    expect(new TimeoutError({ where, phase: 'headers', ms: 50 }).message).toBe(
      `${where} sent no headers for 50 ms: raise timeout.headers, or try again.`,
    );
  });
});

describe('isApiError() with a type', () => {
  test('accepts only an error of that type, and narrows it', () => {
    const error: unknown = new ApiError({
      where,
      status: 529,
      type: 'overloaded_error',
      reason: 'Overloaded',
    });
    expect(guards.isApiError(error, 'overloaded_error')).toBe(true);
    expect(guards.isApiError(error, 'rate_limit_error')).toBe(false);
    if (guards.isApiError(error, 'overloaded_error')) {
      const type: 'overloaded_error' = error.type;
      expect(type).toBe('overloaded_error');
    }
  });
});

describe('an error event', () => {
  test.each([
    ['overloaded_error', 529, true],
    ['rate_limit_error', 429, true],
    ['api_error', 500, true],
    ['timeout_error', 504, true],
    ['invalid_request_error', 400, false],
    ['authentication_error', 401, false],
    ['an_error_of_next_year', 500, true],
    ['constructor', 500, true],
  ])('%s becomes an ApiError with status %i', (type, status, retryable) => {
    const body = { type: 'error', error: { type, message: 'It happened' }, request_id: 'req_7' };
    const error = apiErrorFromBody(body, { where });
    expect(error).toMatchObject({ type, status, retryable, synthetic: true, requestId: 'req_7', body });
    expect(error.message).toBe(`${where} answered ${status} ${type}: It happened. (request req_7)`);
  });

  test.each([
    [null],
    [undefined],
    ['text'],
    [[]],
    [{}],
    [{ error: null }],
    [{ error: { type: 7, message: {} } }],
  ])('without a type (%j) becomes an api_error', (body) => {
    expect(apiErrorFromBody(body, { where, requestId: 'req_head' })).toMatchObject({
      type: 'api_error',
      status: 500,
      requestId: 'req_head',
    });
  });
});

describe('statuses and types', () => {
  test('are mapped to each other', () => {
    for (const status of [400, 401, 402, 403, 404, 409, 413, 429, 500, 504, 529]) {
      expect(statusOfType(typeOfStatus(status))).toBe(status);
    }
    expect(typeOfStatus(502)).toBe('api_error');
    expect(typeOfStatus(418)).toBe('invalid_request_error');
  });

  test('AT-4.3 are retryable if the status is 408, 409, 429 or 5xx, except for a spend limit', () => {
    for (const status of [408, 409, 429, 500, 502, 503, 504, 529])
      expect(isRetryableStatus(status)).toBe(true);
    for (const status of [400, 401, 402, 403, 404, 413, 422]) expect(isRetryableStatus(status)).toBe(false);
    expect(isRetryableStatus(429, 'enforced_spend_limit_reached')).toBe(false);
  });
});

test('amend() adds the number of attempts and the partial message to an error', () => {
  const error = new TimeoutError({ where, phase: 'idle', ms: 5 });
  const partial = { ...response, text: '' };
  expect(amend(error, { attempts: 3, partial })).toBe(error);
  expect(error).toMatchObject({ attempts: 3, partial });
});
