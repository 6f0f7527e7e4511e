import type { Unless } from '../../values/checked.js';
import type { Refusal } from '../rules/by-field.js';
import type { With } from '../state.js';

/** An integer literal or a `MaxTokens` value, as far as the state takes it. */
export type MaxTokensParameter<State, N> = Unless<Refusal<With<State, { maxTokens: N }>, 'maxTokens'>, N>;
