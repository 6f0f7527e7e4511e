import type { MessageBody } from '../wire/message-body.js';
import { ClustError } from './clust-error.js';
import type { Problem } from './validation-error.js';

/**
 * Why the structured output could not be read:
 * - `truncated`: it ended at `max_tokens`
 * - `refusal`: the model declined to answer
 * - `invalid`: it is not valid JSON, or does not fit the schema
 */
export type ParseErrorReason = 'truncated' | 'refusal' | 'invalid';

export interface ParseErrorFacts<Response extends MessageBody = MessageBody> {
  readonly reason: ParseErrorReason;
  readonly response: Response;
  readonly problems?: readonly Problem[] | undefined;
}

/** An answer that does not fit its `outputFormat`. The text, usage and stop reason are in `response`. */
export class ParseError<Response extends MessageBody = MessageBody> extends ClustError {
  declare readonly reason: ParseErrorReason;
  /** The unchanged answer. */
  declare readonly response: Response;
  /** What does not fit, with paths into the parsed JSON; empty unless the reason is `invalid`. */
  declare readonly problems: readonly Problem[];

  override get name(): 'ParseError' {
    return 'ParseError';
  }

  constructor(
    message: string,
    { reason, response, problems = [] }: ParseErrorFacts<Response>,
    options?: ErrorOptions,
  ) {
    super(message, { reason, response, problems }, options);
  }
}
