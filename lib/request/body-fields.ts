import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { DraftBody } from './draft/draft.js';

/** A kind of value, by the names that problems give it. */
export type Kind = 'text' | 'number' | 'boolean' | 'object' | 'list' | 'text or list' | 'text or object';

/**
 * What each field of the body is, where it is not `null`: a kind of value, or one of some words. They stand as the API
 * reference lists them: what a prompt cache compares comes in the order in which it is read.
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

/** The order in which a body has its fields. */
// An object's keys are the names of its fields.
export const fieldOrder = Object.keys(bodyFields) as readonly (keyof DraftBody)[];
