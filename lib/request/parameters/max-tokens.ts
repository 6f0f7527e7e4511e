import type { Unless } from '../../values/checked.js';
import type { RefusedMaxTokens } from '../refusals.js';

/** An integer literal or a `MaxTokens` value, as far as the state takes it. */
export type MaxTokensParameter<State, N> = Unless<RefusedMaxTokens<State, N>, N>;
