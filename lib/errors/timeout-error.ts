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
  readonly attempts?: number | undefined;
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

  constructor({ where, phase, ms, attempts = 1 }: TimeoutErrorFacts, options?: ErrorOptions) {
    super(
      `${where} ${sentence(phase, ms)}`,
      { phase, ms, retryable: true, attempts, partial: undefined },
      options,
    );
  }
}

const FAILED_TO = { headers: 'sent no headers', idle: 'was silent', total: 'did not finish' } as const;

function sentence(phase: TimeoutPhase, ms: number | undefined): string {
  return ms === undefined
    ? `${FAILED_TO[phase]} for as long as fetch waits: pass a dispatcher that waits longer, or stream.`
    : `${FAILED_TO[phase]} for ${ms} ms: raise timeout.${phase}, or try again.`;
}
