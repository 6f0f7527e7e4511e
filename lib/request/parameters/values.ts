import type { EffortLevel } from '../../models/model-spec.js';
import type { Because } from '../../wire/because.js';
import type { Speed } from '../../wire/speed.js';
import type { Lazy, LazyBecause, RefusalIfKnown, UnlessRefused } from '../refusal-if-known.js';
import type {
  RefusedEffort,
  RefusedGeo,
  RefusedMaxTokens,
  RefusedSpeed,
  RefusedStream,
  RefusedTemperature,
  RefusedTopK,
  RefusedTopP,
} from '../refusals.js';

/** An integer literal or a `MaxTokens` value that the state accepts. */
export type MaxTokensParameter<State, N> = UnlessRefused<State, RefusedMaxTokens<State, N>, N>;

/** A temperature that the state accepts. */
export type TemperatureParameter<State, N> = UnlessRefused<State, RefusedTemperature<State, N>, N>;

/** A `top_p` that the state accepts. */
export type TopPParameter<State, N> = UnlessRefused<State, RefusedTopP<State, N>, N>;

/** A `top_k` that the state accepts. */
export type TopKParameter<State, N> = UnlessRefused<State, RefusedTopK<State, N>, N>;

/** An effort level that the state accepts. */
export type EffortParameter<State, Level> = [RefusedEffort<State, Level>] extends [never]
  ? Level
  : RefusalIfKnown<State, Level, Lazy<OfferedEffort<State, Level>>>;

type OfferedEffort<State, Level> = [Level] extends [never]
  ? never
  : AllowedEffort<State> | Because<RefusedEffort<State, Level> & string>;

type AllowedEffort<State> = State extends unknown
  ? { [Level in EffortLevel]: [RefusedEffort<State, Level>] extends [never] ? Level : never }[EffortLevel]
  : never;

/** A speed that the state's model supports. */
export type SpeedParameter<State, Value> = [RefusedSpeed<State, Value>] extends [never]
  ? Value
  : RefusalIfKnown<State, Value, Lazy<OfferedSpeed<State, Value>>>;

type OfferedSpeed<State, Value> = [Value] extends [never]
  ? never
  : AllowedSpeed<State> | Because<RefusedSpeed<State, Value> & string>;

type AllowedSpeed<State> = State extends unknown
  ? { [Value in Speed]: [RefusedSpeed<State, Value>] extends [never] ? Value : never }[Speed]
  : never;

/** An `inference_geo`, if the model supports it. */
export type GeoParameter<State, Geo> = [RefusedGeo<State, Geo>] extends [never]
  ? Geo
  : RefusalIfKnown<State, Geo, LazyBecause<RefusedGeo<State, Geo>>>;

/** Whether the answer is streamed. A request that generates nothing cannot be. */
export type StreamParameter<State, Value> = [RefusedStream<State, Value>] extends [never]
  ? Value
  : RefusalIfKnown<State, Value, false | LazyBecause<RefusedStream<State, Value>>>;
