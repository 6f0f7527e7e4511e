import type { RefusedMaxTokens } from '../refusals.js';
import type { Unless } from '../state.js';

/** An integer literal or a `MaxTokens` value, as far as the state takes it. */
export type MaxTokensParameter<State, N> = Unless<State, RefusedMaxTokens<State, N>, N>;
