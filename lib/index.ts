// The public exports of `clust`, by subject.

// The client
export { Client } from './client/client.js';
export { ClientBuilder } from './client/client-builder.js';
export type { ClientOptions } from './client/client-options.js';
export type { MessagesClient } from './client/messages-client.js';

// Turns, blocks and answers
export { isBlock, isTextBlock, isThinkingBlock, isToolUse } from './content/block-guards.js';
export type { Bytes } from './content/bytes.js';
export type { CacheUse } from './content/cache-use.js';
export type { CacheableContent, CachedContent, CanBeCached } from './content/cacheable-content.js';
export { type DocumentContent, type DocumentOptions, document } from './content/document.js';
export type { DocumentInput } from './content/document-source.js';
export { type ImageContent, type ImageOptions, image } from './content/image.js';
export { imageMediaTypeFromPath } from './content/image-media-type.js';
export type { ImageInput } from './content/image-source.js';
export { Message, type SystemMessageOptions } from './content/message.js';
export { MessageResponse } from './content/message-response.js';
export { rawBlock } from './content/raw-block.js';
export type { ReadOutput } from './content/read-json-output.js';
export { type SearchResultContent, type SearchResultInput, searchResult } from './content/search-result.js';
export { SystemPrompt } from './content/system-prompt.js';
export { type TextContent, text } from './content/text.js';
export { type ToolResultContent, type ToolResultOptions, toolResult } from './content/tool-result.js';
export type { ToolUse, TypedToolUse } from './content/tool-use.js';
export {
  type AnswerUsage,
  Conversation,
  type CountedTrimOptions,
  type TrimmedConversation,
  type TrimOptions,
  type TurnContent,
} from './conversation/conversation.js';
export type { ConversationRun, Exchange } from './conversation/converse.js';
export { type Repair, type RepairedMessages, repair } from './conversation/repair.js';
export type { SavedConversation } from './conversation/saved-conversation.js';
export type {
  SavedThread,
  Thread,
  ThreadCallOptions,
  ThreadOptions,
  ThreadRunOptions,
  ThreadSet,
} from './conversation/thread.js';
export type { Dropped, KeptRounds } from './conversation/trim.js';
// Endpoints beside messages
export { attemptsOf } from './endpoints/attempts-of.js';
export type { Batch } from './endpoints/batches/batch.js';
export { BatchBuilder, type BatchItemOptions } from './endpoints/batches/batch-builder.js';
export type { BatchItem, BatchRequest } from './endpoints/batches/batch-item.js';
export type {
  Batches,
  ListBatchesOptions,
  ResultsOptions,
  WaitOptions,
} from './endpoints/batches/batches.js';
export type { BatchResult, MessageBatch } from './endpoints/batches/message-batch.js';
export type { FileDownload } from './endpoints/files/file-download.js';
export type {
  FileSource,
  Files,
  ListFilesOptions,
  PendingDownload,
  UploadOptions,
} from './endpoints/files/files.js';
// Options of one stream
export type { StreamCallOptions } from './endpoints/messages.js';
export type { ListModelsOptions, Models } from './endpoints/models/models.js';
export { toModel } from './endpoints/models/to-model.js';
export type { FilePart, MultipartFields } from './endpoints/multipart/part.js';
export type { Page, PageList } from './endpoints/page-list.js';
export type { RawAnswers, RawCall, RawCallOptions } from './endpoints/raw/raw-call.js';
export type { TokenCount } from './endpoints/tokens/token-count.js';
// Errors and their guards
export { AbortedError } from './errors/aborted-error.js';
export { ApiError } from './errors/api-error.js';
export { ClustError } from './errors/clust-error.js';
export { ConnectionError, type ConnectionPhase } from './errors/connection-error.js';
export { CredentialError, type CredentialErrorReason } from './errors/credential-error.js';
export type { ApiErrorType } from './errors/error-type.js';
export {
  isAbortedError,
  isApiError,
  isClustError,
  isConnectionError,
  isCredentialError,
  isParseError,
  isStreamError,
  isTimeoutError,
  isToolCallError,
  isValidationError,
  isXmlError,
} from './errors/guards.js';
export { ParseError, type ParseErrorReason } from './errors/parse-error.js';
export type { PartialMessage } from './errors/partial-message.js';
export { StreamError, type StreamErrorReason } from './errors/stream-error.js';
export { TimeoutError, type TimeoutPhase } from './errors/timeout-error.js';
export { ToolCallError, type ToolCallErrorReason } from './errors/tool-call-error.js';
export { type Problem, ValidationError } from './errors/validation-error.js';
export { XmlError } from './errors/xml-error.js';
// Models and their limits
export { ClaudeModel } from './models/claude-model.js';
// The cost of messages
export { cacheSavings } from './models/cost/cache-savings.js';
export { type CostOptions, cost } from './models/cost/cost.js';
export { type EstimateOptions, estimate } from './models/cost/estimate.js';
export { formatCost } from './models/cost/format-cost.js';
export type { Cost, CostPart } from './models/cost/parts.js';
export { sumCosts } from './models/cost/sum-costs.js';
export { defineModel } from './models/define-model.js';
export type { DefinedModel, ModelDefinition } from './models/defined-model.js';
export { findModel } from './models/find-model.js';
export type { Model } from './models/model.js';
export type {
  EffortLevel,
  Lifecycle,
  LifecycleStage,
  LongPromptPrice,
  ModelPrice,
  ModelSpec,
  SamplingSupport,
  ThinkingType,
} from './models/model-spec.js';
export type { Journal, JournalEntry } from './pool/journal.js';
export { Pool, pool } from './pool/pool.js';
export type { PoolClient } from './pool/pool-client.js';
export type { PerMinute, PoolOptions, PoolProgress } from './pool/pool-options.js';
export { type PoolResult, PoolRun } from './pool/pool-run.js';
// Requests
export { type ComparedRequests, explainCacheMiss } from './request/cache-miss.js';
export type { CachePlan } from './request/cache-plan.js';
export type { CreateOptions } from './request/create-options.js';
export type { FallbackModel, FallbackOptions, FallbackReason } from './request/fallback-options.js';
export { MessagesRequest, type OfOptions } from './request/messages-request.js';
export {
  type DynamicRequestBuilder,
  MessagesRequestBuilder,
} from './request/messages-request-builder.js';
export type { ParseOptions } from './request/seal-written.js';
export type { AnyState, With as StateWith } from './request/state.js';

// Tools, the tool loop, and schemas
export type { FromJsonSchema, JsonObjectSchema, JsonSchema, JsonType } from './schema/json-schema.js';
export type { MovedKeyword, NarrowSchema } from './schema/narrow-schema.js';
export { outputSchema } from './schema/output-schema.js';
export type { InputOfSchema, ObjectSchema, OutputOfSchema, Schema } from './schema/schema.js';
export type { SchemaIssue, SchemaResult, StandardSchema } from './schema/standard-schema.js';
export { withJsonSchema } from './schema/with-json-schema.js';
// Streams
export { type BlockFacts, blockFacts } from './stream/accumulate/block-facts.js';
export type { ToolInputError } from './stream/accumulate/tool-input.js';
export type { DeepPartial } from './stream/deep-partial.js';
export { MessageStream } from './stream/message-stream.js';
export type { MessageStreamOptions } from './stream/stream-options.js';
export type { ToolInputPart, TypedToolInputPart } from './stream/tool-input-part.js';
export type { RunBudget } from './tools/budget.js';
export type {
  ToolCallDecision,
  ToolCallGate,
  ToolCallOptions,
  ToolCallsOptions,
} from './tools/call-options.js';
export { type ToolDefinitionOptions, tool } from './tools/define-tool.js';
export { type BashInput, type BashOptions, bash } from './tools/defined/bash.js';
export { type ComputerOptions, computer } from './tools/defined/computer.js';
export type { ComputerInput, ComputerVersion, ScreenPoint } from './tools/defined/computer-input.js';
export { type MemoryBackend, type MemoryInput, memoryTool } from './tools/defined/memory-tool.js';
export {
  advisor,
  codeExecution,
  mcpToolset,
  toolSearchBm25,
  toolSearchRegex,
} from './tools/defined/server-tools.js';
export {
  type TextEditorInput,
  type TextEditorName,
  type TextEditorOptions,
  type TextEditorVersion,
  textEditor,
} from './tools/defined/text-editor.js';
export {
  browserToolset,
  computerToolset,
  type ToolsetHandlers,
  type ToolsetInput,
  type ToolsetOptions,
} from './tools/defined/toolsets.js';
export { webFetch, webSearch } from './tools/defined/web-tools.js';
export { type McpToolsOptions, mcpPrompt, mcpResource, mcpTools } from './tools/mcp/mcp.js';
export type {
  McpClient,
  McpContent,
  McpPromptClient,
  McpResourceClient,
  McpResourceContents,
  McpToolInfo,
} from './tools/mcp/mcp-client.js';
export { type McpBlock, mcpBlock } from './tools/mcp/mcp-content.js';
export type { Tool, ToolContext, ToolHandler } from './tools/tool.js';
export { ToolBuilder } from './tools/tool-builder.js';
export { ToolFailure, type ToolFailureContent } from './tools/tool-failure.js';
export { ToolList } from './tools/tool-list.js';
export type { ToolWireOptions } from './tools/tool-options.js';
export type {
  AnyToolTurn,
  RunToolsOptions,
  StreamedToolTurn,
  ToolRun,
  ToolRunStatus,
  ToolTurn,
  ToolTurnsOptions,
} from './tools/tool-run.js';
export { ToolTurns } from './tools/tool-turns.js';
export { runOf, type UnfinishedRun } from './tools/unfinished-run.js';

// Options of calls
export type { CallOptions } from './transport/call.js';
export type { Timeouts } from './transport/clocks.js';
export type {
  ApiKeyFunction,
  AuthTokenFunction,
  CredentialRequest,
  CredentialTerms,
  IssuedKey,
  IssuedToken,
} from './transport/credential-function.js';
export type { CustomHeaders } from './transport/custom-headers.js';
export type { Hooks, Logger, RequestEvent, ResponseEvent, RetryEvent } from './transport/hooks.js';
export type {
  FetchFunction,
  FetchInit,
  FetchResponse,
  HttpClient,
  HttpClientOptions,
  RequestBody,
} from './transport/http-client.js';
export type { HttpRequest, Middleware, Next } from './transport/middleware.js';
export type { RetryOptions } from './transport/retry.js';

// Validated values
export { ApiKey } from './values/api-key.js';
export { AuthToken } from './values/auth-token.js';
export { MaxTokens } from './values/max-tokens.js';
export type { Result } from './values/result.js';
export { StopSequence } from './values/stop-sequence.js';
export { StreamOption } from './values/stream-option.js';
export { Temperature } from './values/temperature.js';
export { TopK } from './values/top-k.js';
export { TopP } from './values/top-p.js';
export { Version } from './values/version.js';

// The HTTP response of a result
export type { HasHttp, HttpInfo, ModelAttempt, RateLimit, RateLimitWindow } from './wire/http.js';
export type * from './wire/names.js';
