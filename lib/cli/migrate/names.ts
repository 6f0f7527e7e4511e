import type { MessagesRequestBody } from '../../wire/messages-request-body.js';

/** The guard of clust for each error class of the official SDK. `$` stands for the error. */
export const guards: Readonly<Record<string, { readonly guard: string; readonly test: string }>> = {
  AnthropicError: { guard: 'isClustError', test: 'isClustError($)' },
  APIError: { guard: 'isApiError', test: 'isApiError($)' },
  BadRequestError: { guard: 'isApiError', test: "isApiError($, 'invalid_request_error')" },
  AuthenticationError: { guard: 'isApiError', test: "isApiError($, 'authentication_error')" },
  PermissionDeniedError: { guard: 'isApiError', test: "isApiError($, 'permission_error')" },
  NotFoundError: { guard: 'isApiError', test: "isApiError($, 'not_found_error')" },
  ConflictError: { guard: 'isApiError', test: "isApiError($, 'conflict_error')" },
  UnprocessableEntityError: { guard: 'isApiError', test: '(isApiError($) && $.status === 422)' },
  RateLimitError: { guard: 'isApiError', test: "isApiError($, 'rate_limit_error')" },
  InternalServerError: { guard: 'isApiError', test: '(isApiError($) && $.status >= 500)' },
  APIConnectionError: { guard: 'isConnectionError', test: 'isConnectionError($)' },
  APIConnectionTimeoutError: { guard: 'isTimeoutError', test: 'isTimeoutError($)' },
  APIUserAbortError: { guard: 'isAbortedError', test: 'isAbortedError($)' },
};

const sameName = [
  'AssistantContentBlock',
  'Base64ImageSource',
  'CacheControl',
  'CitationsDelta',
  'ContentBlock',
  'DocumentBlockParam',
  'ImageBlockParam',
  'InputJsonDelta',
  'MessageParam',
  'MessageStreamEvent',
  'ModelInfo',
  'RedactedThinkingBlock',
  'SearchResultBlockParam',
  'ServerToolUseBlock',
  'TextBlock',
  'TextBlockParam',
  'TextCitation',
  'TextDelta',
  'ThinkingBlock',
  'ThinkingDelta',
  'ToolResultBlockParam',
  'ToolUseBlock',
  'ToolUseBlockParam',
  'Usage',
];

/** The names of the official SDK's types in clust. */
export const types: Readonly<Record<string, string>> = {
  ...Object.fromEntries(sameName.map((name) => [name, name])),
  Anthropic: 'Client',
  Message: 'MessageResponse',
  MessageCreateParams: 'MessagesRequestBody',
  MessageCreateParamsNonStreaming: 'MessagesRequestBody',
  MessageCreateParamsStreaming: 'MessagesRequestBody',
  MessageStream: 'MessageStream',
  Model: 'ClaudeModel',
  RawMessageStreamEvent: 'MessageStreamEvent',
  Tool: 'CustomTool',
  ToolUnion: 'ToolParam',
};

/** A method of the builder. `...` marks methods that take the items of a list. */
type Step = readonly [method: string, spread?: '...'];
type Field = keyof Omit<MessagesRequestBody, 'model'> | 'betas';

/**
 * The builder method for each field of a request. A field without a method makes the codemod keep the whole body, inside
 * of `MessagesRequest.parse()`.
 */
export const steps: Readonly<Record<string, Step | undefined>> = {
  max_tokens: ['maxTokens'],
  messages: ['messages'],
  system: ['system'],
  temperature: ['temperature'],
  top_p: ['topP'],
  top_k: ['topK'],
  stop_sequences: ['stopSequences', '...'],
  thinking: ['thinking'],
  tools: ['tools', '...'],
  tool_choice: ['toolChoice'],
  metadata: ['metadata'],
  cache_control: ['cacheControl'],
  container: ['container'],
  inference_geo: ['inferenceGeo'],
  service_tier: ['serviceTier'],
  speed: ['speed'],
  context_management: ['contextManagement'],
  mcp_servers: ['mcpServers', '...'],
  betas: ['betas', '...'],
  diagnostics: ['diagnostics'],
  billing_policy: undefined,
  compaction: undefined,
  fallback_credit_token: undefined,
  fallbacks: undefined,
  output_config: undefined,
  output_format: undefined,
  stream: undefined,
  thread: undefined,
} satisfies { readonly [Name in Field]-?: Step | undefined };

/** The client builder method for each option of `new Anthropic()`. `$` stands for its value. */
export const clientSteps: Readonly<Record<string, string>> = {
  apiKey: '.apiKey(ApiKey.of($))',
  authToken: '.authToken($)',
  baseURL: '.baseUrl($)',
  timeout: '.timeout({ headers: $ })',
  maxRetries: '.retry({ limit: $ })',
  defaultHeaders: '.headers($)',
  fetch: '.fetch($)',
  logger: '.logger($)',
};
