import { isObject } from '../../base/is-object.js';
import { listOf, type Part, partsOf } from '../../request/draft/parts.js';

/** A body of unknown content. */
type Body = Readonly<Record<string, unknown>>;

/**
 * How to recognize a feature in a call: the path of its endpoint, a field of the body, a type of tool, a beta, or
 * content.
 */
export interface FeatureSign {
  readonly path?: RegExp;
  readonly field?: string;
  readonly tool?: RegExp;
  readonly beta?: RegExp;
  /** The path in the body where the feature is used; `undefined` if it is not used. */
  readonly within?: (body: Body) => string | undefined;
}

/** The features that some platforms lack. */
export const FEATURES = {
  batches: { path: /^\/v1\/messages\/batches\b/, beta: /^(message-batches|output-300k)-/ },
  countTokens: { path: /^\/v1\/messages\/count_tokens$/, beta: /^token-counting-/ },
  files: { path: /^\/v1\/files\b/, beta: /^files-api-/, within: partWith(isOfFile) },
  models: { path: /^\/v1\/models\b/ },
  container: { field: 'container', beta: /^skills-/ },
  diagnostics: { field: 'diagnostics', beta: /^cache-diagnosis-/ },
  fallbacks: { field: 'fallbacks', beta: /^server-side-fallback-/ },
  inferenceGeo: { field: 'inference_geo' },
  mcpServers: { field: 'mcp_servers', tool: /^mcp_toolset$/, beta: /^mcp-client-/ },
  speed: { field: 'speed', beta: /^fast-mode-/ },
  thread: { field: 'thread', beta: /^message-threads-/ },
  advisor: { tool: /^advisor_/, beta: /^advisor-tool-/ },
  codeExecution: { tool: /^code_execution_/, beta: /^code-execution-/ },
  webFetch: { tool: /^web_fetch_/ },
  webSearch: { tool: /^web_search_/ },
  newWebSearch: { tool: /^web_search_(?!20250305$)/ },
  taskBudget: { beta: /^task-budgets-/, within: taskBudgetIn },
  systemTurns: { within: systemTurnIn },
  toolChanges: {
    beta: /^(mid-conversation-tool-changes|inline-tools)-/,
    within: partWith(({ type }) => type === 'tool_addition' || type === 'tool_removal'),
  },
  urlSources: { within: partWith(({ source }) => source?.type === 'url') },
} as const satisfies Readonly<Record<string, FeatureSign>>;

export type PlatformFeature = keyof typeof FEATURES;

/** Sentences by model id. */
export type SentenceByModel = Readonly<Record<string, string>>;

/** The features that a platform lacks, each with the sentence that refuses it. */
export type Lacks = { readonly [Feature in PlatformFeature]?: string } & {
  /** The models that the platform does not have. */
  readonly model?: SentenceByModel;
  /** The models that accept no `cache_control` for a whole request on the platform. */
  readonly automaticCache?: SentenceByModel;
  /** The models that accept a forced tool only with thinking disabled on the platform. */
  readonly forcedTool?: SentenceByModel;
  /** The sizes that the platform accepts, if they are smaller than those of the Claude API. */
  readonly sizes?: PlatformSizes;
};

/** The largest request and the largest image, in megabytes of JSON and of base64. */
export interface PlatformSizes {
  readonly platform: string;
  readonly request: number;
  readonly image: number;
}

/** The sentences for these models. */
export function forModels<Id extends string>(
  ids: readonly Id[],
  sentence: (id: Id) => string,
): Readonly<Record<Id, string>> {
  // The keys are exactly `ids`.
  return Object.fromEntries(ids.map((id) => [id, sentence(id)])) as Record<Id, string>;
}

function partWith(isSign: (block: Part['block']) => boolean): (body: Body) => string | undefined {
  // `partsOf` accepts any body, as the rules do.
  return (body) => partsOf(body as Parameters<typeof partsOf>[0]).find(({ block }) => isSign(block))?.path;
}

function isOfFile({ type, source }: Part['block']): boolean {
  return type === 'container_upload' || source?.type === 'file';
}

function taskBudgetIn({ output_config: output }: Body): string | undefined {
  const isThere = isObject(output) && (output.task_budget ?? undefined) !== undefined;
  return isThere ? 'output_config.task_budget' : undefined;
}

function systemTurnIn({ messages }: Body): string | undefined {
  const at = listOf(messages).findIndex((message) => isObject(message) && message.role === 'system');
  return at === -1 ? undefined : `messages.${at}.role`;
}
