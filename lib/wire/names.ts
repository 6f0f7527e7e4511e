// The public exports of the wire types: every type of the API reference that can be imported from `clust`.

// Turns and their blocks

export type {
  AdvisorRedactedResult,
  AdvisorResult,
  AdvisorToolResultBlock,
  AdvisorToolResultBlockParam,
  AdvisorToolResultError,
} from './blocks/advisor-result-block.js';
export type { AssistantContentBlock } from './blocks/assistant-content.js';
export type {
  BashCodeExecutionOutput,
  BashCodeExecutionResult,
  BashCodeExecutionToolResultBlock,
  BashCodeExecutionToolResultBlockParam,
  BashCodeExecutionToolResultError,
} from './blocks/bash-code-execution-result-block.js';
export type { BrowserStateBlockParam } from './blocks/browser-state-block.js';
export type {
  CodeExecutionOutput,
  CodeExecutionResult,
  CodeExecutionToolResultBlock,
  CodeExecutionToolResultBlockParam,
  CodeExecutionToolResultError,
  EncryptedCodeExecutionResult,
} from './blocks/code-execution-result-block.js';
export type { CompactionBlock, CompactionBlockParam } from './blocks/compaction-block.js';
export type {
  ContainerUploadBlock,
  ContainerUploadBlockParam,
} from './blocks/container-upload-block.js';
export type { ContentBlock, KnownContentBlock } from './blocks/content-block.js';
export type {
  Base64PdfSource,
  ContentBlockSource,
  DocumentBlockParam,
  DocumentSource,
  FileDocumentSource,
  PlainTextSource,
  UrlPdfSource,
} from './blocks/document-block.js';
export type { FallbackBlock, FallbackBlockModel } from './blocks/fallback-block.js';
export type {
  Base64ImageSource,
  FileImageSource,
  ImageBlockParam,
  ImageMediaType,
  ImageSource,
  ImageTransformations,
  UrlImageSource,
} from './blocks/image-block.js';
export type {
  McpTool,
  McpToolListingBlock,
  McpToolResultBlock,
  McpToolResultBlockParam,
  McpToolUseBlock,
  McpToolUseBlockParam,
} from './blocks/mcp-blocks.js';
export type { SearchResultBlockParam } from './blocks/search-result-block.js';
export type {
  ServerToolUseBlock,
  ServerToolUseBlockParam,
} from './blocks/server-tool-use-block.js';
export type { SystemContentBlock } from './blocks/system-content.js';
export type { TextBlock, TextBlockParam } from './blocks/text-block.js';
export type {
  TextEditorCodeExecutionToolResultBlock,
  TextEditorCodeExecutionToolResultBlockParam,
  TextEditorCreateResult,
  TextEditorStrReplaceResult,
  TextEditorToolResultError,
  TextEditorViewResult,
} from './blocks/text-editor-code-execution-result-block.js';
export type { RedactedThinkingBlock, ThinkingBlock } from './blocks/thinking-block.js';
export type {
  McpToolReference,
  McpToolsetReference,
  ToolAdditionBlockParam,
  ToolDefinition,
  ToolNameReference,
  ToolRemovalBlockParam,
} from './blocks/tool-change-blocks.js';
export type {
  ToolReferenceBlock,
  ToolReferenceBlockParam,
  ToolResultBlockParam,
  ToolResultContentBlock,
} from './blocks/tool-result-block.js';
export type {
  ToolSearchResult,
  ToolSearchToolResultBlock,
  ToolSearchToolResultBlockParam,
  ToolSearchToolResultError,
} from './blocks/tool-search-result-block.js';
export type {
  CodeExecutionCaller,
  DirectCaller,
  ToolCaller,
  ToolUseBlock,
  ToolUseBlockParam,
} from './blocks/tool-use-block.js';
export type { UserContentBlock } from './blocks/user-content.js';
export type {
  WebFetchResult,
  WebFetchToolResultBlock,
  WebFetchToolResultBlockParam,
  WebFetchToolResultError,
} from './blocks/web-fetch-result-block.js';
export type {
  WebSearchResult,
  WebSearchToolResultBlock,
  WebSearchToolResultBlockParam,
  WebSearchToolResultError,
} from './blocks/web-search-result-block.js';
export type { Cacheable, CacheControl, CacheTtl } from './cache-control.js';
export type {
  CharLocation,
  CitationsConfig,
  ContentBlockLocation,
  PageLocation,
  SearchResultLocation,
  TextCitation,
  WebSearchResultLocation,
} from './citations.js';
export type { JsonObject, JsonValue } from './json.js';
export type {
  AssistantMessage,
  ContentBlockParam,
  MessageParam,
  SystemMessage,
  TurnMessage,
  UserMessage,
} from './message-param.js';
export type { Mutable } from './mutable.js';
export type { OpenString, RawBlock, UnknownVariant } from './open.js';

// Tools

export type { AdvisorTool } from './tools/advisor-tool.js';
export type { BashTool } from './tools/bash-tool.js';
export type { BrowserToolset, BrowserToolsetMember } from './tools/browser-toolset.js';
export type { CodeExecutionTool } from './tools/code-execution-tool.js';
export type { ComputerTool, ComputerTool20250124, ComputerTool20251124 } from './tools/computer-tool.js';
export type { ComputerToolset, ComputerToolsetMember } from './tools/computer-toolset.js';
export type { CustomTool, ToolInputSchema } from './tools/custom-tool.js';
export type { McpToolConfig, McpToolset } from './tools/mcp-toolset.js';
export type { MemoryTool } from './tools/memory-tool.js';
export type {
  TextEditorTool,
  TextEditorTool20250124,
  TextEditorTool20250429,
  TextEditorTool20250728,
} from './tools/text-editor-tool.js';
export type { AllowedCaller, ClientToolFields, ToolFields } from './tools/tool-fields.js';
export type { ClientTool, ServerTool, ToolParam } from './tools/tool-param.js';
export type {
  ToolSearchBm25Tool,
  ToolSearchRegexTool,
  ToolSearchTool,
} from './tools/tool-search-tool.js';
export type { ToolsetMemberConfig } from './tools/toolset-member.js';
export type {
  UrlSources,
  WebFetchTool,
  WebFetchTool20250910,
  WebFetchTool20260309,
  WebFetchTool20260318,
} from './tools/web-fetch-tool.js';
export type {
  UserLocation,
  WebSearchTool,
  WebSearchTool20250305,
  WebSearchTool20260318,
} from './tools/web-search-tool.js';

// Endpoints beside messages

export type { DeletedFile, FileObject } from './endpoints/file-object.js';
export type {
  BatchOutcome,
  BatchRequestCounts,
  DeletedMessageBatch,
  MessageBatchBody,
} from './endpoints/message-batch.js';
export type {
  Capability,
  ContextManagementCapability,
  EffortCapability,
  ModelCapabilities,
  ModelInfo,
  ThinkingCapability,
} from './endpoints/model-info.js';
export type { TokenCountBody } from './endpoints/token-count.js';

// Requests, responses and events

export type { ApiErrorBody, ApiErrorDetails, ApiErrorObject } from './api-error-body.js';
export type { AnthropicBeta } from './betas.js';
export type { BillingPolicy } from './billing-policy.js';
export type { CompactionConfig } from './compaction-config.js';
export type { Container, ContainerSkill } from './container.js';
export type {
  CitationsDelta,
  CompactionDelta,
  ContentDelta,
  InputJsonDelta,
  SignatureDelta,
  TextDelta,
  ThinkingDelta,
} from './content-delta.js';
export type {
  ClearThinkingEdit,
  ClearToolUsesEdit,
  CompactEdit,
  ContextManagement,
  InputTokensCount,
  ThinkingTurnsCount,
  ToolUsesCount,
} from './context-management.js';
export type { CacheMissReason, Diagnostics, DiagnosticsParam } from './diagnostics.js';
export type { Fallback, FallbackCreditToken, Fallbacks } from './fallbacks.js';
export type { McpServer, McpToolConfiguration } from './mcp-server.js';
export type {
  AppliedContextManagement,
  ClearedThinking,
  ClearedToolUses,
  InputTransformation,
  MessageBody,
  ResponseContainer,
} from './message-body.js';
export type {
  ContentBlockDeltaEvent,
  ContentBlockStartEvent,
  ContentBlockStopEvent,
  ErrorEvent,
  KnownStreamEvent,
  MessageDelta,
  MessageDeltaEvent,
  MessageDeltaUsage,
  MessageStartEvent,
  MessageStopEvent,
  MessageStreamEvent,
  PingEvent,
} from './message-stream-event.js';
export type { MessagesRequestBody } from './messages-request-body.js';
export type { Metadata } from './metadata.js';
export type { Effort, JsonOutputFormat, OutputConfig, TaskBudget } from './output-config.js';
export type { Speed } from './speed.js';
export type { StopDetails, StopReason } from './stop-reason.js';
export type {
  ThinkingAdaptive,
  ThinkingBetweenTools,
  ThinkingBlockBinding,
  ThinkingConfig,
  ThinkingDisabled,
  ThinkingEnabled,
} from './thinking-config.js';
export type { ThreadContinue, ThreadCreate, ThreadParam } from './thread.js';
export type {
  ToolChoice,
  ToolChoiceAny,
  ToolChoiceAuto,
  ToolChoiceNone,
  ToolChoiceTool,
} from './tool-choice.js';
export type { OutputOf, ServerToolUse, StateOf, ToolInputs, TypedRequest } from './typed-request.js';
export type {
  CacheCreation,
  FallbackCreditUsage,
  ServerToolUsage,
  Usage,
  UsageIteration,
} from './usage.js';
