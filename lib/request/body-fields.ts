import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { DraftBody } from './draft/draft.js';

/** A type of value, as problems name it. */
export type Kind = 'text' | 'number' | 'boolean' | 'object' | 'list' | 'text or list' | 'text or object';

/**
 * The type of each body field that is not `null`: a type of value, or one of several words. The order is that of the
 * API reference, which is also the order in which the prompt cache reads the fields.
 */
export const bodyFields = {
  model: 'text',
  max_tokens: 'number',
  tools: 'list',
  tool_choice: 'object',
  system: 'text or list',
  messages: 'list',
  thinking: 'object',
  output_config: 'object',
  temperature: 'number',
  top_p: 'number',
  top_k: 'number',
  stop_sequences: 'list',
  stream: 'boolean',
  cache_control: 'object',
  container: 'text or object',
  context_management: 'object',
  diagnostics: 'object',
  inference_geo: 'text',
  mcp_servers: 'list',
  metadata: 'object',
  service_tier: ['auto', 'standard_only'],
  speed: ['standard', 'fast'],
  billing_policy: 'object',
  compaction: 'object',
  fallback_credit_token: 'text or object',
  fallbacks: 'text or list',
  output_format: 'object',
  thread: 'object',
} as const satisfies Record<keyof MessagesRequestBody, Kind | readonly string[]>;

/** The order of a body's fields. */
// The keys of the object are the field names.
export const fieldOrder = /* @__PURE__ */ Object.keys(bodyFields) as readonly (keyof DraftBody)[];
