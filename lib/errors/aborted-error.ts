import { ClustError } from './clust-error.js';
import type { PartialMessage } from './partial-message.js';

/** The call was aborted: an `AbortSignal` fired or `abort()` was called. `cause` is the signal's reason. */
export class AbortedError extends ClustError {
  /** How many requests were sent in all. */
  declare readonly attempts: number;
  /** The message so far, if the call was aborted during a stream. */
  declare readonly partial: PartialMessage | undefined;

  override get name(): 'AbortedError' {
    return 'AbortedError';
  }

  constructor(where: string, options?: ErrorOptions) {
    super(`${where} was aborted by the caller.`, { attempts: 0, partial: undefined }, options);
  }
}
