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
  readonly phase: TimeoutPhase;
  /** The limit that was reached, in milliseconds; `undefined` when a lower layer (undici, a proxy) set it. */
  readonly ms: number | undefined;
  /** True: a later attempt may be faster. An answer that was on its way may have been billed all the same. */
  readonly retryable: boolean;
  /** How many requests were sent in all. */
  readonly attempts: number;
  /** What had arrived of the message, when the time ran out in the middle of a stream. */
  readonly partial: PartialMessage | undefined;

  override get name(): 'TimeoutError' {
    return 'TimeoutError';
  }

  constructor(facts: TimeoutErrorFacts, options?: ErrorOptions) {
    super(sentence(facts), options);
    this.phase = facts.phase;
    this.ms = facts.ms;
    this.retryable = true;
    this.attempts = facts.attempts ?? 1;
    this.partial = undefined;
  }
}

const FAILED_TO = {
  headers: 'sent no headers within',
  idle: 'was silent for',
  total: 'did not finish within',
} as const satisfies Record<TimeoutPhase, string>;

function sentence({ where, phase, ms }: TimeoutErrorFacts): string {
  if (ms === undefined) {
    return `${where} ${FAILED_TO[phase]} the limit of the fetch implementation: give it a dispatcher that waits longer, or stream.`;
  }
  const silent = phase === 'idle' ? ' in the middle of its answer' : '';
  return `${where} ${FAILED_TO[phase]} ${ms} ms${silent}: raise timeout.${phase}, or try again.`;
}
