/** What an error body says, each part read with care: gateways send bodies of their own. */
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

/** Reads `{type: 'error', error: {type, message, details: {error_code}}, request_id}`, or whatever is there of it. */
export function describeErrorBody(value: unknown): ErrorBodyDescription {
  // Whatever it is, its parts can be asked for, and each is looked at before it is believed.
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
