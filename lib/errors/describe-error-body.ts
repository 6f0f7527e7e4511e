/** The parts of an error body. Each is checked, since gateways send bodies of other forms. */
export interface ErrorBodyDescription {
  readonly type: string | undefined;
  readonly reason: string | undefined;
  readonly errorCode: string | undefined;
  readonly requestId: string | undefined;
}

interface Part {
  readonly error?: Part;
  readonly type?: Part;
  readonly message?: Part;
  readonly details?: Part;
  readonly error_code?: Part;
  readonly request_id?: Part;
}

/** Reads `{type: 'error', error: {type, message, details: {error_code}}, request_id}`, or as much of it as there is. */
export function describeErrorBody(value: unknown): ErrorBodyDescription {
  // Properties of any value can be read here; each is checked before it is used.
  const body = value as Part | null | undefined;
  const error = body?.error;
  return {
    type: text(error?.type),
    // `{"error": "bad gateway"}` and `{"message": "…"}` are common among gateways.
    reason: text(error?.message) ?? text(error) ?? text(body?.message),
    errorCode: text(error?.details?.error_code),
    requestId: text(body?.request_id),
  };
}

function text(part: unknown): string | undefined {
  return typeof part === 'string' && part !== '' ? part : undefined;
}
