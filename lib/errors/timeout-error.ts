import { ClustError } from './clust-error.js';
import type { PartialMessage } from './partial-message.js';

/** Which timeout was reached: for the headers, between two pieces of the answer, or for the whole call. */
export type TimeoutPhase = 'headers' | 'idle' | 'total';

export interface TimeoutErrorFacts {
  /** The call, as `POST https://api.anthropic.com/v1/messages`. */
  readonly where: string;
  readonly phase: TimeoutPhase;
  /** The limit in milliseconds. `undefined` if a lower layer set it. */
  readonly ms: number | undefined;
}

/** The API took longer than a timeout allows. */
export class TimeoutError extends ClustError {
  declare readonly phase: TimeoutPhase;
  /** The limit in milliseconds; `undefined` if a lower layer (undici, a proxy) set it. */
  declare readonly ms: number | undefined;
  /** Always true: a later attempt may be faster. The API may still bill an answer that was on its way. */
  declare readonly retryable: boolean;
  /** How many requests were sent in all. */
  declare readonly attempts: number;
  /** The message so far, if the timeout was reached during a stream. */
  declare readonly partial: PartialMessage | undefined;

  override get name(): 'TimeoutError' {
    return 'TimeoutError';
  }

  constructor({ where, phase, ms }: TimeoutErrorFacts, options?: ErrorOptions) {
    const limit =
      ms === undefined
        ? 'as long as fetch waits: pass a dispatcher that waits longer.'
        : `${ms} ms: raise timeout.${phase}, or try again.`;
    super(
      `${where} ${FAILED_TO[phase]} for ${limit}`,
      { phase, ms, retryable: true, attempts: 1, partial: undefined },
      options,
    );
  }
}

const FAILED_TO = { headers: 'sent no headers', idle: 'was silent', total: 'did not finish' } as const;
