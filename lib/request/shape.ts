import { isObject } from '../base/is-object.js';
import { contentBlockOf } from '../content/content-blocks.js';
import type { Problem } from '../errors/validation-error.js';
import { bodyFields, fieldOrder, type Kind } from './body-fields.js';
import type { DraftBody } from './draft/draft.js';
import {
  camelKeys,
  foreignBlock,
  foreignRole,
  foreignTool,
  misshapenBlock,
  snakeOf,
  strayFields,
  thinkingShape,
} from './foreign-shapes.js';

const required: ReadonlySet<string> = new Set(['model', 'max_tokens', 'messages']);

/**
 * Checks what the types guarantee but a stored request may lack: for example a number in place of a list, or a block
 * without a type.
 *
 * @rule shape
 * @source https://platform.claude.com/docs/en/api/messages
 * @fix Use the type of the API reference.
 */
export function shapeProblems(body: DraftBody): readonly Problem[] {
  const problems: Problem[] = [];
  const expect = (path: string, value: unknown, kind: Kind | readonly string[]): boolean => {
    const fits = kind.includes(typeof kind === 'string' ? kindOf(value) : textOf(value));
    if (!fits)
      problems.push({ path, rule: 'shape', message: `${path} must be ${[kind].flat().join(' or ')}` });
    return fits;
  };
  /** Reports a value that belongs to another API. Returns false for such a value. */
  const isNative = (foreign: Problem | undefined): boolean => {
    if (foreign) problems.push(foreign);
    return foreign === undefined;
  };
  const each = (list: unknown, path: string, kind: Kind, look: (item: Loose, at: string) => void) => {
    if (!Array.isArray(list)) return;
    list.forEach((item, index) => {
      const at = `${path}.${index}`;
      if (/(^system|\.content)$/.test(path) && !isNative(misshapenBlock(item, at))) return;
      if (expect(at, item, kind)) look(item, at);
    });
  };
  const blocks = (content: unknown, path: string) =>
    each(content, path, 'object', (block, at) => {
      if (!expect(`${at}.type`, block.type, 'text') || !isNative(foreignBlock(block.type, at))) return;
      const row = contentBlockOf(block.type);
      if (row === undefined) return;
      const camel = camelKeys(block, at);
      problems.push(...camel);
      for (const [field, kind] of Object.entries(row.needs ?? {})) {
        const isMeant = camel.some(({ path: key }) => snakeOf(key.slice(at.length + 1)) === field);
        if (!isMeant) expect(`${at}.${field}`, block[field], kind);
      }
      if (block.type === 'tool_result' && block.content != null)
        if (expect(`${at}.content`, block.content, 'text or list')) blocks(block.content, `${at}.content`);
    });

  for (const field of fieldOrder) {
    const value: unknown = body[field];
    if (value !== undefined && (value !== null || required.has(field)))
      if (field === 'thinking' && kindOf(value) !== 'object')
        problems.push({ path: field, rule: 'shape', message: thinkingShape });
      else expect(field, value, bodyFields[field]);
  }
  for (const field of ['metadata', 'thinking', 'tool_choice', 'output_config'] as const) {
    const value: unknown = body[field];
    if (isObject(value)) problems.push(...camelKeys(value, field));
  }
  blocks(body.system, 'system');
  const nested = Array.isArray(body.tools)
    ? body.tools.findIndex((tool: unknown) => Array.isArray(tool))
    : -1;
  if (nested !== -1) {
    const message = `tools.${nested} is a list: give its tools one by one, tools(...list)`;
    problems.push({ path: `tools.${nested}`, rule: 'shape', message });
  } else
    each(body.tools, 'tools', 'object', (tool, at) => {
      if (!isNative(foreignTool(tool, at))) return;
      const { name, type } = tool;
      problems.push(...camelKeys(tool, at));
      if (name !== undefined || type == null || type === 'custom') expect(`${at}.name`, name, 'text');
      if (type != null) expect(`${at}.type`, type, 'text');
    });
  each(body.stop_sequences, 'stop_sequences', 'text', () => {});
  each(body.mcp_servers, 'mcp_servers', 'object', () => {});
  if (kindOf(body.tool_choice) === 'object')
    expect('tool_choice.type', body.tool_choice?.type, ['auto', 'any', 'tool', 'none']);
  each(body.messages, 'messages', 'object', ({ role, content, ...others }, at) => {
    if (!isNative(foreignRole(role, at))) return;
    expect(`${at}.role`, role, ['user', 'assistant', 'system']);
    // A system message may be without content, and may have more fields.
    if (role !== 'system') problems.push(...strayFields(others, at));
    else if (content === undefined) return;
    if (expect(`${at}.content`, content, 'text or list')) blocks(content, `${at}.content`);
  });
  return problems;
}

/** Reports unknown top-level fields: the API answers 400. */
export function unknownFields(body: object): readonly Problem[] {
  return Object.keys(body)
    .filter((field) => !Object.hasOwn(bodyFields, field))
    .map((field) => ({ path: field, rule: 'shape', message: unknownField(field) }));
}

function unknownField(field: string): string {
  const meant = snakeOf(field);
  return Object.hasOwn(bodyFields, meant)
    ? `write ${meant}, not ${field}`
    : `a request has no field ${field}: remove it, or keep fields that are newer than this release`;
}

interface Loose {
  readonly [field: string]: unknown;
}

/** The value as text. Some values have none, such as `{"toString": 1}`. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (value === null) return 'null';
  return typeof value === 'string' ? 'text' : typeof value;
}
