import type { OpenString } from '../open.js';

/** Whether a model, or the account, has a capability. */
export interface Capability {
  readonly supported: boolean;
}

/** The values of `thinking.type` that a model accepts. */
export interface ThinkingCapability extends Capability {
  readonly types: {
    readonly adaptive: Capability;
    readonly between_tools: Capability;
    readonly disabled: Capability;
    readonly enabled: Capability;
  };
}

/** The levels of `output_config.effort` that a model accepts. */
export interface EffortCapability extends Capability {
  readonly low: Capability;
  readonly medium: Capability;
  readonly high: Capability;
  readonly xhigh: Capability | null;
  readonly max: Capability;
}

/** The edits of `context_management` that a model accepts. */
export interface ContextManagementCapability extends Capability {
  readonly clear_thinking_20251015: Capability | null;
  readonly clear_tool_uses_20250919: Capability | null;
  readonly compact_20260112: Capability | null;
}

/** The capabilities of a model, in the answer of `GET /v1/models`. */
export interface ModelCapabilities {
  readonly batch: Capability;
  readonly citations: Capability;
  readonly code_execution: Capability;
  readonly context_management: ContextManagementCapability;
  readonly effort: EffortCapability;
  readonly image_input: Capability;
  readonly pdf_input: Capability;
  readonly server_tools: Capability & {
    readonly code_execution: Capability;
    readonly web_search: Capability;
  };
  readonly structured_outputs: Capability;
  readonly thinking: ThinkingCapability;
}

/** A model in the answer of `GET /v1/models`. Gateways and older API versions leave out some fields. */
export interface ModelInfo {
  readonly id: string;
  readonly type: 'model';
  readonly display_name: string;
  /** An RFC 3339 timestamp; the epoch if the date is unknown. */
  readonly created_at: string;
  readonly lifecycle?: OpenString<'active' | 'deprecated' | 'retired'> | undefined;
  readonly deprecated_at?: string | null | undefined;
  /** A date in the past does not mean that the model is retired; see `lifecycle`. */
  readonly retires_at?: string | null | undefined;
  readonly line?: OpenString<'haiku' | 'sonnet' | 'opus' | 'fable' | 'mythos'> | null | undefined;
  /** The longest prompt, in tokens. */
  readonly max_input_tokens?: number | null | undefined;
  /** The highest `max_tokens`. */
  readonly max_tokens?: number | null | undefined;
  readonly capabilities?: Partial<ModelCapabilities> | null | undefined;
}
