import type { Unless } from '../../values/checked.js';
import type { RefusedTemperature, RefusedTopK, RefusedTopP } from '../refusals.js';

/** A temperature that the state takes. */
export type TemperatureParameter<State, N> = Unless<RefusedTemperature<State, N>, N>;

/** A `top_p` that the state takes. */
export type TopPParameter<State, N> = Unless<RefusedTopP<State, N>, N>;

/** A `top_k` that the state takes. */
export type TopKParameter<State, N> = Unless<RefusedTopK<State, N>, N>;
