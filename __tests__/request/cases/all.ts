import { caching } from './caching.js';
import { conversation } from './conversation.js';
import type { RefusedCase } from './refused-case.js';
import { sampling } from './sampling.js';
import { surface } from './surface.js';
import { thinking } from './thinking.js';
import { tokens } from './tokens.js';
import { tools } from './tools.js';

/** Every refused request: one list for the compiler, the run time and the documentation. */
export const refusedCases: readonly RefusedCase[] = [
  ...caching,
  ...tokens,
  ...sampling,
  ...thinking,
  ...tools,
  ...conversation,
  ...surface,
];
