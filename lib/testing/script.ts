import type { MessageStreamEvent } from '../wire/message-stream-event.js';

/** A pause of the server. */
export interface Stall {
  readonly type: 'clust.stall';
  readonly milliseconds: number;
}

/** The connection breaks. */
export interface Cut {
  readonly type: 'clust.cut';
}

/** The next step of a scripted stream. */
export type ScriptStep = MessageStreamEvent | Stall | Cut;

/** A stream written by a test: events, pauses, and a broken connection. */
export type StreamScript = readonly ScriptStep[];

/**
 * Returns the stream up to a position, where the connection breaks. `at` counts events as `slice()` does: 3 keeps the
 * first three, -1 leaves out the last.
 *
 * @example
 * ```ts
 * import { cut, events, mockClient } from 'clust/testing';
 *
 * const client = mockClient([cut(events('The capital of France is Paris.'), 4)]);
 * ```
 */
export function cut(script: StreamScript, at: number): StreamScript {
  return [...script.slice(0, at), { type: 'clust.cut' }];
}

/**
 * Creates a pause of the server, in milliseconds: a step among the events of a stream. It uses `setTimeout`, so fake
 * timers control it.
 *
 * @example
 * ```ts
 * import { events, mockClient, stall } from 'clust/testing';
 *
 * const [start, ...rest] = events('Hello!');
 * const client = mockClient([[start, stall(60_000), ...rest]]);
 * ```
 */
export function stall(milliseconds: number): Stall {
  return { type: 'clust.stall', milliseconds };
}

export function isScript(reply: unknown): reply is StreamScript {
  return Array.isArray(reply);
}

export function isStall(step: ScriptStep): step is Stall {
  return step.type === 'clust.stall';
}

export function isCut(step: ScriptStep): step is Cut {
  return step.type === 'clust.cut';
}
