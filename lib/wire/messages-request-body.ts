import type { BillingPolicy } from './billing-policy.js';
import type { TextBlockParam } from './blocks/text-block.js';
import type { CacheControl } from './cache-control.js';
import type { CompactionConfig } from './compaction-config.js';
import type { Container } from './container.js';
import type { ContextManagement } from './context-management.js';
import type { DiagnosticsParam } from './diagnostics.js';
import type { FallbackCreditToken, Fallbacks } from './fallbacks.js';
import type { McpServer } from './mcp-server.js';
import type { MessageParam } from './message-param.js';
import type { Metadata } from './metadata.js';
import type { JsonOutputFormat, OutputConfig } from './output-config.js';
import type { Speed } from './speed.js';
import type { ThinkingConfig } from './thinking-config.js';
import type { ThreadParam } from './thread.js';
import type { ToolChoice } from './tool-choice.js';
import type { ToolParam } from './tools/tool-param.js';

/** The body of `POST /v1/messages`, generally available fields first. */
export interface MessagesRequestBody {
  readonly model: string;
  /** With 0 the API only fills the cache. */
  readonly max_tokens: number;
  readonly messages: readonly MessageParam[];
  readonly system?: string | readonly TextBlockParam[] | undefined;
  readonly tools?: readonly ToolParam[] | undefined;
  readonly tool_choice?: ToolChoice | undefined;
  readonly thinking?: ThinkingConfig | undefined;
  readonly output_config?: OutputConfig | undefined;
  readonly stop_sequences?: readonly string[] | undefined;
  readonly stream?: boolean | undefined;
  readonly metadata?: Metadata | undefined;
  /** Sets a breakpoint on the last part that can have one. */
  readonly cache_control?: CacheControl | null | undefined;
  readonly container?: Container | string | null | undefined;
  readonly diagnostics?: DiagnosticsParam | null | undefined;
  readonly inference_geo?: string | null | undefined;
  readonly service_tier?: 'auto' | 'standard_only' | undefined;
  readonly speed?: Speed | null | undefined;

  /** Sampling: only before API version 2026-10-21, and only for some models. */
  readonly temperature?: number | undefined;
  readonly top_p?: number | undefined;
  readonly top_k?: number | undefined;

  // Beta fields
  readonly billing_policy?: BillingPolicy | null | undefined;
  readonly compaction?: CompactionConfig | null | undefined;
  readonly context_management?: ContextManagement | null | undefined;
  readonly fallback_credit_token?: FallbackCreditToken | string | null | undefined;
  readonly fallbacks?: Fallbacks | null | undefined;
  readonly mcp_servers?: readonly McpServer[] | undefined;
  /** The former name of `output_config.format`. */
  readonly output_format?: JsonOutputFormat | null | undefined;
  readonly thread?: ThreadParam | null | undefined;
}
