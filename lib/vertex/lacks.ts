/**
 * The features that Vertex AI lacks.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/claude-on-vertex-ai
 */
export const vertexLacks = {
  batches: 'Vertex AI has no message batches: use its own batch predictions',
  files: 'Vertex AI has no Files API: send files as base64',
  models: 'Vertex AI has no list of models here: see its Model Garden',
  container: 'Vertex AI has no containers or skills: use the Claude API',
  diagnostics: 'Vertex AI has no cache diagnostics: leave diagnostics out',
  fallbacks: 'Vertex AI has no server-side fallbacks: try the other model yourself',
  inferenceGeo: 'Vertex AI has no inference_geo: choose a region',
  mcpServers: 'Vertex AI has no MCP connector: use mcpTools() with a client of your own',
  thread: 'Vertex AI has no message threads: send the messages',
  advisor: 'Vertex AI has no advisor tool: leave it out',
  codeExecution: 'Vertex AI has no code execution tool: use a tool of your own',
  webFetch: 'Vertex AI has no web fetch tool: use a tool of your own',
  newWebSearch: "Vertex AI has only the first web search tool: use webSearch({ version: '20250305' })",
  sizes: { platform: 'Vertex AI', request: 30, image: 5 },
} as const;

type All = typeof vertexLacks;

/** The same as a type. */
export interface VertexLacks extends All {}
