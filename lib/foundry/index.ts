// The public map of `clust/foundry`: Claude on Microsoft Foundry.

export { FoundryClientBuilder } from './foundry-client-builder.js';
