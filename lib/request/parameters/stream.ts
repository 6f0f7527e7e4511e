import type { Refusal } from '../rules/by-field.js';
import type { With } from '../state.js';
import type { Choice } from './argument.js';

/** Whether the answer is streamed, as far as the state leaves the choice. */
export type StreamParameter<State, Value> = Choice<RefusedStream<State, Value>, Value, AllowedStream<State>>;

type RefusedStream<State, Value> = Refusal<With<State, { stream: Value }>, 'stream'>;

type AllowedStream<State> =
  | ([RefusedStream<State, true>] extends [never] ? true : never)
  | ([RefusedStream<State, false>] extends [never] ? false : never);
