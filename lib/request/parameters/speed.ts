import type { Speed } from '../../wire/speed.js';
import type { RefusedSpeed } from '../refusals.js';
import type { Choice } from './choice.js';

/** A speed that the state's model has. */
export type SpeedParameter<State, Value> = Choice<
  State,
  RefusedSpeed<State, Value>,
  Value,
  AllowedSpeed<State>
>;

type AllowedSpeed<State> = State extends unknown
  ? { [Value in Speed]: [RefusedSpeed<State, Value>] extends [never] ? Value : never }[Speed]
  : never;
