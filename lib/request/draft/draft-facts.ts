import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import { type CacheBreakpoint, cacheBreakpointsOf } from './cache-breakpoints.js';
import type { Draft } from './draft.js';
import { type Part, partsOf } from './parts.js';
import { type Turn, turnsOf } from './turns.js';

/** What a rule looks at: a draft, and what several rules ask about it, found once for all. */
export interface DraftFacts extends Draft {
  /** Every content block of the body. */
  readonly parts: readonly Part[];
  /** The conversation as the API reads it, messages of one role in a row being one turn. */
  readonly turns: readonly Turn[];
  /** Its cache breakpoints, in the order in which the API reads them. */
  readonly breakpoints: readonly CacheBreakpoint[];
  /** The output format, under its name or under the old one. */
  readonly format: MessagesRequestBody['output_format'];
  /** Whether the request goes on with a thread, whose system prompt, tools and turns are the API's. */
  readonly isContinued: boolean;
  /** Whether the tool choice makes the model call a tool. */
  readonly isForced: boolean;
}

export function factsOf({ body, spec, betas, version }: Draft): DraftFacts {
  const parts = partsOf(body);
  return {
    body,
    spec,
    betas,
    version,
    parts,
    turns: turnsOf(body),
    breakpoints: cacheBreakpointsOf(body, parts),
    format: body.output_config?.format ?? body.output_format,
    isContinued: body.thread?.type === 'continue',
    isForced: body.tool_choice?.type === 'any' || body.tool_choice?.type === 'tool',
  };
}
