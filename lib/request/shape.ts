import type { Problem } from '../errors/validation-error.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { DraftBody } from './rules/rule.js';

type Kind = 'string' | 'number' | 'boolean' | 'object' | 'list' | 'text or list' | 'text or object';

/** What kind of value each field of the body is, where it is not `null`. */
const kinds = {
  model: 'string',
  max_tokens: 'number',
  messages: 'list',
  system: 'text or list',
  tools: 'list',
  tool_choice: 'object',
  thinking: 'object',
  output_config: 'object',
  stop_sequences: 'list',
  stream: 'boolean',
  metadata: 'object',
  cache_control: 'object',
  container: 'text or object',
  diagnostics: 'object',
  inference_geo: 'string',
  service_tier: 'string',
  speed: 'string',
  temperature: 'number',
  top_p: 'number',
  top_k: 'number',
  billing_policy: 'object',
  compaction: 'object',
  context_management: 'object',
  fallback_credit_token: 'text or object',
  fallbacks: 'text or list',
  mcp_servers: 'list',
  output_format: 'object',
  thread: 'object',
} as const satisfies Record<keyof MessagesRequestBody, Kind>;

const required: ReadonlySet<string> = new Set(['model', 'max_tokens', 'messages']);

/** What the types rule out and a stored request may hold all the same: a number for a list, a block without a type. */
export function shapeProblems(body: DraftBody): readonly Problem[] {
  const problems: Problem[] = [];
  const expect = (path: string, value: unknown, kind: Kind): boolean => {
    const fits = isKind(value, kind);
    if (!fits) problems.push({ path, rule: 'shape', message: `${path} must be ${article(kind)}` });
    return fits;
  };
  for (const [field, kind] of Object.entries(kinds)) {
    const value: unknown = body[field as keyof DraftBody];
    if (value !== undefined && (value !== null || required.has(field))) expect(field, value, kind);
  }
  if (problems.length > 0) return problems;
  const blocks = (path: string, content: unknown) => {
    if (!Array.isArray(content)) return;
    content.forEach((block, index) => {
      const at = `${path}.${index}`;
      if (!expect(at, block, 'object') || !expect(`${at}.type`, block.type, 'string')) return;
      if (block.type === 'text') expect(`${at}.text`, block.text, 'string');
      if (block.type === 'tool_result' && block.content != null)
        expect(`${at}.content`, block.content, 'text or list');
    });
  };
  blocks('system', body.system);
  body.tools?.forEach((tool, index) => {
    if (expect(`tools.${index}`, tool, 'object') && 'name' in tool)
      expect(`tools.${index}.name`, tool.name, 'string');
  });
  body.stop_sequences?.forEach((sequence, index) => {
    expect(`stop_sequences.${index}`, sequence, 'string');
  });
  body.messages?.forEach((message, index) => {
    const path = `messages.${index}`;
    if (!expect(path, message, 'object') || !expect(`${path}.role`, message.role, 'string')) return;
    if (message.role === 'system' && message.content === undefined) return;
    if (expect(`${path}.content`, message.content, 'text or list'))
      blocks(`${path}.content`, message.content);
  });
  return problems;
}

/** Top-level fields that no request has: the API answers 400. */
export function unknownFields(body: object): readonly Problem[] {
  return Object.keys(body)
    .filter((field) => !Object.hasOwn(kinds, field))
    .map((field) => ({
      path: field,
      rule: 'shape',
      message: `a request has no field ${field}: remove it, or keep fields that are newer than this release`,
    }));
}

function isKind(value: unknown, kind: Kind): boolean {
  if (kind === 'list') return Array.isArray(value);
  if (kind === 'text or list') return typeof value === 'string' || Array.isArray(value);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (kind === 'object') return isObject;
  if (kind === 'text or object') return typeof value === 'string' || isObject;
  return typeof value === kind;
}

function article(kind: Kind): string {
  return kind === 'object' ? 'an object' : kind.startsWith('text') ? kind : `a ${kind}`;
}
