/**
 * What Amazon Bedrock lacks, at both of its endpoints.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/claude-on-amazon-bedrock
 */
const lacks = {
  batches: 'Amazon Bedrock has no message batches: use its own batch inference',
  files: 'Amazon Bedrock has no Files API: send files as base64',
  models: 'Amazon Bedrock has no list of models here: use its ListFoundationModels',
  container: 'Amazon Bedrock has no containers and skills: use Claude Platform on AWS',
  diagnostics: 'Amazon Bedrock has no cache diagnostics: leave diagnostics out',
  fallbacks: 'Amazon Bedrock has no server-side fallbacks: try the other model yourself',
  inferenceGeo: 'Amazon Bedrock has no inference_geo: choose a region and an inference profile',
  mcpServers: 'Amazon Bedrock has no MCP connector: use mcpTools() with a client of your own',
  speed: 'Amazon Bedrock has no fast mode: leave speed out',
  thread: 'Amazon Bedrock has no message threads: send the messages',
  advisor: 'Amazon Bedrock has no advisor tool: leave it out',
  codeExecution: 'Amazon Bedrock has no code execution tool: use a tool of your own',
  webFetch: 'Amazon Bedrock has no web fetch tool: use a tool of your own',
  webSearch: 'Amazon Bedrock has no web search tool: use a tool of your own',
} as const;

export const mantleLacks = lacks;

type Mantle = typeof mantleLacks;

/** What the mantle endpoint lacks, for the compiler. */
export interface MantleLacks extends Mantle {}

export const runtimeLacks = {
  ...lacks,
  countTokens: "the runtime endpoint of Amazon Bedrock counts no tokens: use endpoint('mantle')",
} as const;

type Runtime = typeof runtimeLacks;

/** What the runtime endpoint lacks, for the compiler. */
export interface RuntimeLacks extends Runtime {}

/**
 * What the Claude Platform on AWS lacks of the Claude API.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/claude-platform-on-aws
 */
export const awsLacks = {
  diagnostics: 'the Claude Platform on AWS has no cache diagnostics: leave diagnostics out',
  speed: 'the Claude Platform on AWS has no fast mode: leave speed out',
} as const;

type Aws = typeof awsLacks;

/** What the Claude Platform on AWS lacks, for the compiler. */
export interface AwsLacks extends Aws {}
