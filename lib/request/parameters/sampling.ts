import type { RefusedTemperature, RefusedTopK, RefusedTopP } from '../refusals.js';
import type { UnlessRefused } from '../state.js';

/** A temperature that the state takes. */
export type TemperatureParameter<State, N> = UnlessRefused<State, RefusedTemperature<State, N>, N>;

/** A `top_p` that the state takes. */
export type TopPParameter<State, N> = UnlessRefused<State, RefusedTopP<State, N>, N>;

/** A `top_k` that the state takes. */
export type TopKParameter<State, N> = UnlessRefused<State, RefusedTopK<State, N>, N>;
