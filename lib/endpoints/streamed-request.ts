import type { Problem } from '../errors/validation-error.js';
import type { StateOf } from '../wire/typed-request.js';

const STREAMED = 'a request with stream: true goes to createMessageStream()';
const WHOLE = 'a request with stream: false goes to createMessage()';

/** Whether a request asks for a stream, as far as the compiler knows: `true`, `false`, or `unknown`. */
export type StreamOf<Request> =
  StateOf<Request> extends { readonly stream: infer Stream }
    ? Stream
    : Request extends { readonly stream: infer Stream extends boolean }
      ? Stream
      : unknown;

/** The refusal of a request by `createMessage`; `never` if it accepts it. */
export type RefusedStreamed<Request> = StreamOf<Request> extends true ? typeof STREAMED : never;

/** The refusal of a request by `createMessageStream`; `never` if it accepts it. */
export type RefusedWhole<Request> = StreamOf<Request> extends false ? typeof WHOLE : never;

/** The same for a body, by the field at fault. */
export interface StreamedFields<Request> {
  readonly stream: RefusedStreamed<Request>;
}

/** The same for a body, by the field at fault. */
export interface WholeFields<Request> {
  readonly stream: RefusedWhole<Request>;
}

/** Repeats both checks at run time. */
export function streamProblems(
  request: { readonly stream?: unknown },
  isStream: boolean,
): readonly Problem[] {
  if (request.stream !== !isStream) return [];
  return [{ path: 'stream', rule: 'stream-option', message: isStream ? WHOLE : STREAMED }];
}
