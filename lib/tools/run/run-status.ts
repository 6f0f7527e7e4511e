import { isPaused } from '../../content/stop-reasons.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { ToolRunStatus } from '../tool-run.js';

/** The status of a run that ends with an answer without calls, or `resume` if the API has paused the answer. */
export function statusOf(
  stopReason: unknown,
  request: MessagesRequestBody,
): Exclude<ToolRunStatus, 'max_turns' | 'max_pauses'> | 'resume' {
  if (isPaused(stopReason, request)) return 'resume';
  switch (stopReason) {
    case 'refusal':
      return 'refusal';
    case 'max_tokens':
      return 'max_tokens';
    case 'model_context_window_exceeded':
      return 'context_exceeded';
    case 'end_turn':
    case 'stop_sequence':
    case null:
      return 'done';
    default:
      return 'stopped';
  }
}

/** What a loop does after an answer: makes the calls, resumes a paused answer, or ends with a status. */
export type NextStep = 'call' | ReturnType<typeof statusOf>;

/** The status if the run ends here; `undefined` if it continues. */
export function statusAfter(
  next: NextStep,
  isLast: boolean,
  isPausedTooOften: boolean,
): ToolRunStatus | undefined {
  if (next === 'call') return isLast ? 'max_turns' : undefined;
  if (next === 'resume') return isPausedTooOften ? 'max_pauses' : undefined;
  return next;
}
