import { ClustError } from './clust-error.js';
import type { PartialMessage } from './partial-message.js';

/** Which clock ran out: the wait for headers, the silence between two bytes, or the whole call. */
export type TimeoutPhase = 'headers' | 'idle' | 'total';

export interface TimeoutErrorFacts {
  /** The call, as `POST https://api.anthropic.com/v1/messages`. */
  readonly where: string;
  readonly phase: TimeoutPhase;
  /** The limit that was reached, in milliseconds. `undefined` when a lower layer set it. */
  readonly ms: number | undefined;
}

/** The API took longer than a timeout allows. */
export class TimeoutError extends ClustError {
  declare readonly phase: TimeoutPhase;
  /** The limit that was reached, in milliseconds; `undefined` when a lower layer (undici, a proxy) set it. */
  declare readonly ms: number | undefined;
  /** True: a later attempt may be faster. An answer that was on its way may have been billed all the same. */
  declare readonly retryable: boolean;
  /** How many requests were sent in all. */
  declare readonly attempts: number;
  /** What had arrived of the message, when the time ran out in the middle of a stream. */
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
