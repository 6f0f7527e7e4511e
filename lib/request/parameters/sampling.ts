import type { Unless } from '../../values/checked.js';
import type { Refusal } from '../rules/by-field.js';
import type { With } from '../state.js';

export type TemperatureParameter<State, N> = Unless<
  Refusal<With<State, { temperature: N }>, 'temperature'>,
  N
>;
export type TopPParameter<State, N> = Unless<Refusal<With<State, { topP: N }>, 'topP'>, N>;
export type TopKParameter<State, N> = Unless<Refusal<With<State, { topK: N }>, 'topK'>, N>;
