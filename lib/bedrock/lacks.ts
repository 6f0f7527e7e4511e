import { forModels } from '../endpoints/platform/features.js';
import type { RetiredId } from '../models/offered-model.js';

/**
 * The features that both endpoints of Amazon Bedrock lack.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/claude-on-amazon-bedrock
 */
const lacks = {
  batches: 'Amazon Bedrock has no message batches: use its own batch inference',
  files: 'Amazon Bedrock has no Files API: send files as base64',
  models: 'Amazon Bedrock has no list of models here: use its ListFoundationModels',
  container: 'Amazon Bedrock has no containers or skills: use Claude Platform on AWS',
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
  taskBudget: 'Amazon Bedrock has no task budgets: leave task_budget out',
  urlSources: 'Amazon Bedrock fetches nothing from URLs: send images and documents as base64',
  sizes: { platform: 'Amazon Bedrock', request: 20, image: 5 },
  forcedTool: {
    'claude-sonnet-5': "claude-sonnet-5 on Amazon Bedrock takes a forced tool only with thinking('disabled')",
  },
} as const;

const before46 = [
  'claude-opus-4-5',
  'claude-opus-4-5-20251101',
  'claude-sonnet-4-5',
  'claude-sonnet-4-5-20250929',
] as const;

/** The models that only the runtime endpoint has, without retired models. */
const atRuntime = ['claude-opus-4-6', 'claude-sonnet-4-6', ...before46] as const;

/** Refuses a model that is only at the runtime endpoint. */
export const notOnMantle = <Id extends string>(id: Id) =>
  `the mantle endpoint of Amazon Bedrock has no ${id}: use endpoint('runtime')` as const;

export const mantleLacks = { ...lacks, model: forModels(atRuntime, notOnMantle) } as const;

type Mantle = typeof mantleLacks;

/** The features that the mantle endpoint lacks, as a type. */
export interface MantleLacks extends Mantle {
  readonly model: {
    readonly [Id in (typeof atRuntime)[number] | RetiredId]: ReturnType<typeof notOnMantle<Id>>;
  };
}

/** The models for which the runtime endpoint accepts `cache_control` on blocks only. */
const marked = [...atRuntime, 'claude-haiku-4-5', 'claude-haiku-4-5-20251001'] as const;

const unmarked = <Id extends string>(id: Id) =>
  `the runtime endpoint of Amazon Bedrock takes no cache_control for a whole request to ${id}: mark blocks with cached()` as const;

export const runtimeLacks = {
  ...lacks,
  countTokens: "the runtime endpoint of Amazon Bedrock cannot count tokens: use endpoint('mantle')",
  toolChanges: "the runtime endpoint of Amazon Bedrock has no tool changes: use endpoint('mantle')",
  automaticCache: forModels(marked, unmarked),
} as const;

type Runtime = typeof runtimeLacks;

/** The features that the runtime endpoint lacks, as a type. */
export interface RuntimeLacks extends Runtime {
  readonly automaticCache: { readonly [Id in (typeof marked)[number]]: ReturnType<typeof unmarked<Id>> };
}

const mythos = ['claude-mythos-5-2', 'claude-mythos-5-1'] as const;

const notOnAws = <Id extends string>(id: Id) =>
  `the Claude Platform on AWS has no ${id}: use the Claude API` as const;

/**
 * The features of the Claude API that the Claude Platform on AWS lacks.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/claude-platform-on-aws
 */
export const awsLacks = {
  diagnostics: 'the Claude Platform on AWS has no cache diagnostics: leave diagnostics out',
  speed: 'the Claude Platform on AWS has no fast mode: leave speed out',
  model: forModels(mythos, notOnAws),
} as const;

type Aws = typeof awsLacks;

/** The features that the Claude Platform on AWS lacks, as a type. */
export interface AwsLacks extends Aws {
  readonly model: { readonly [Id in (typeof mythos)[number]]: ReturnType<typeof notOnAws<Id>> };
}
