import type { RefusedMaxTokens } from '../refusals.js';
import type { UnlessRefused } from '../state.js';

/** An integer literal or a `MaxTokens` value, as far as the state takes it. */
export type MaxTokensParameter<State, N> = UnlessRefused<State, RefusedMaxTokens<State, N>, N>;
