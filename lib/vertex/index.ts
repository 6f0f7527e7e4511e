// The public map of `clust/vertex`: Claude on Google Cloud's Vertex AI.

export { type VertexClient, VertexClientBuilder } from './vertex-client-builder.js';
