import type { Unless } from '../../values/checked.js';
import type { RefusedTemperature, RefusedTopK, RefusedTopP } from '../refusals.js';

export type TemperatureParameter<State, N> = Unless<RefusedTemperature<State, N>, N>;
export type TopPParameter<State, N> = Unless<RefusedTopP<State, N>, N>;
export type TopKParameter<State, N> = Unless<RefusedTopK<State, N>, N>;
