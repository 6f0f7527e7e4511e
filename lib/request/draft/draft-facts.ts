import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import { type CacheBreakpoint, cacheBreakpointsOf } from './cache-breakpoints.js';
import type { Draft } from './draft.js';
import { type Part, partsOf } from './parts.js';
import { type Turn, turnsOf } from './turns.js';

/** The input of a rule: a draft, and facts that several rules need, computed once. */
export interface DraftFacts extends Draft {
  /** Every content block of the body. */
  readonly parts: readonly Part[];
  /** The conversation as the API reads it: consecutive messages of one role are one turn. */
  readonly turns: readonly Turn[];
  /** Its cache breakpoints, in the order in which the API reads them. */
  readonly breakpoints: readonly CacheBreakpoint[];
  /** The output format, under its current or its former name. */
  readonly format: MessagesRequestBody['output_format'];
  /** Whether the request continues a thread, so that the API has its system prompt, tools and earlier turns. */
  readonly isContinued: boolean;
  /** Whether the tool choice forces the model to call a tool. */
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
