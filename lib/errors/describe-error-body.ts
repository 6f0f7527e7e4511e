/** What an error body says, each part read with care: gateways send bodies of their own. */
export interface ErrorBodyDescription {
  readonly type: string | undefined;
  readonly reason: string | undefined;
  readonly errorCode: string | undefined;
  readonly requestId: string | undefined;
}

/** Reads `{type: 'error', error: {type, message, details: {error_code}}, request_id}`, or whatever is there of it. */
export function describeErrorBody(body: unknown): ErrorBodyDescription {
  const error = member(body, 'error');
  return {
    type: text(member(error, 'type')),
    // `{"error": "bad gateway"}` and `{"message": "…"}` are common among gateways.
    reason: text(member(error, 'message')) ?? text(error) ?? text(member(body, 'message')),
    errorCode: text(member(member(error, 'details'), 'error_code')),
    requestId: text(member(body, 'request_id')),
  };
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
