// The public map of `clust/foundry`: Claude on Microsoft Foundry.

export { type FoundryClient, FoundryClientBuilder } from './foundry-client-builder.js';
