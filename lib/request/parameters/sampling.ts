import type { RefusedTemperature, RefusedTopK, RefusedTopP } from '../refusals.js';
import type { Unless } from '../state.js';

/** A temperature that the state takes. */
export type TemperatureParameter<State, N> = Unless<State, RefusedTemperature<State, N>, N>;

/** A `top_p` that the state takes. */
export type TopPParameter<State, N> = Unless<State, RefusedTopP<State, N>, N>;

/** A `top_k` that the state takes. */
export type TopKParameter<State, N> = Unless<State, RefusedTopK<State, N>, N>;
