import type { Speed } from '../../wire/speed.js';
import type { Refusal } from '../rules/by-field.js';
import type { With } from '../state.js';
import type { Choice } from './argument.js';

/** A speed that the state's model has. */
export type SpeedParameter<State, Value> = Choice<RefusedSpeed<State, Value>, Value, AllowedSpeed<State>>;

type RefusedSpeed<State, Value> = Refusal<With<State, { speed: Value }>, 'speed'>;

type AllowedSpeed<State> = State extends unknown
  ? {
      [Value in Speed]: [RefusedSpeed<State, Value>] extends [never] ? Value : never;
    }[Speed]
  : never;
