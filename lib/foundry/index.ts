// The public exports of `clust/foundry`: Claude on Microsoft Foundry.

export { PlatformBuilder } from '../client/platform-builder.js';
export { type FoundryClient, FoundryClientBuilder } from './foundry-client-builder.js';
export type { FoundryLacks } from './lacks.js';
