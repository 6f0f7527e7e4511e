import type { Attempt } from './attempt.js';
import type { PreparedCall } from './prepare.js';

/** A call, and its attempt that has no answer yet. */
export interface Step extends PreparedCall, Omit<Attempt, 'http'> {}
