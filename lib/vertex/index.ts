// The public exports of `clust/vertex`: Claude on Google Cloud's Vertex AI.

export { PlatformBuilder } from '../client/platform-builder.js';
export type { VertexLacks } from './lacks.js';
export { type VertexClient, VertexClientBuilder } from './vertex-client-builder.js';
