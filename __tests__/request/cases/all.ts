import { caching } from './caching.js';
import { conversation } from './conversation.js';
import { media } from './media.js';
import type { RefusedCase } from './refused-case.js';
import { sampling } from './sampling.js';
import { schemas } from './schemas.js';
import { services } from './services.js';
import { thinking } from './thinking.js';
import { tokens } from './tokens.js';
import { tools } from './tools.js';
import { turns } from './turns.js';
import { versions } from './versions.js';

/** All refused requests. The compile-time tests, the run-time tests and the documentation read this list. */
export const refusedCases: readonly RefusedCase[] = [
  ...tokens,
  ...conversation,
  ...turns,
  ...thinking,
  ...sampling,
  ...tools,
  ...schemas,
  ...caching,
  ...media,
  ...services,
  ...versions,
];
