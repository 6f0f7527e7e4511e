import type { EffortLevel } from '../../models/model-spec.js';
import type { RefusedEffort } from '../refusals.js';
import type { Choice } from './choice.js';

/** A level of effort that the state takes. */
export type EffortParameter<State, Level> = Choice<
  State,
  RefusedEffort<State, Level>,
  Level,
  AllowedEffort<State>
>;

type AllowedEffort<State> = State extends unknown
  ? { [Level in EffortLevel]: [RefusedEffort<State, Level>] extends [never] ? Level : never }[EffortLevel]
  : never;
