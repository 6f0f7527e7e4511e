import type { RefusedStream } from '../refusals.js';
import type { Choice } from './choice.js';

/** Whether the answer is streamed; only a request that generates nothing has no choice. */
export type StreamParameter<State, Value> = Choice<State, RefusedStream<State, Value>, Value, false>;
