import type { Problem } from '../errors/validation-error.js';
import { bodyFields, fieldOrder, type Kind } from './body-fields.js';
import type { DraftBody } from './draft/draft.js';

/** The fields that a block needs beside its type, of the types that people write by hand. */
const blockFields = new Map([
  ['text', ['text']],
  ['image', ['source']],
  ['document', ['source']],
  ['tool_use', ['id', 'name', 'input']],
  ['tool_result', ['tool_use_id']],
  ['thinking', ['thinking', 'signature']],
]);

const required: ReadonlySet<string> = new Set(['model', 'max_tokens', 'messages']);

/**
 * What the types rule out and a stored request may hold all the same: a number for a list, a block without a type.
 *
 * @rule shape
 * @source https://platform.claude.com/docs/en/api/messages
 * @fix Give the field what the API reference says.
 */
export function shapeProblems(body: DraftBody): readonly Problem[] {
  const problems: Problem[] = [];
  const expect = (path: string, value: unknown, kind: Kind | readonly string[]): boolean => {
    const fits = kind.includes(typeof kind === 'string' ? kindOf(value) : `${value}`);
    if (!fits)
      problems.push({ path, rule: 'shape', message: `${path} must be ${[kind].flat().join(' or ')}` });
    return fits;
  };
  for (const field of fieldOrder) {
    const value: unknown = body[field];
    if (value !== undefined && (value !== null || required.has(field)))
      expect(field, value, bodyFields[field]);
  }
  if (problems.length > 0) return problems;
  const each = (list: unknown, path: string, kind: Kind, look: (item: Loose, at: string) => void) => {
    if (!Array.isArray(list)) return;
    list.forEach((item, index) => {
      const at = `${path}.${index}`;
      if (expect(at, item, kind)) look(item, at);
    });
  };
  const blocks = (content: unknown, path: string) =>
    each(content, path, 'object', (block, at) => {
      expect(`${at}.type`, block.type, 'text');
      const fields: readonly string[] = blockFields.get(`${block.type}`) ?? [];
      for (const field of fields)
        expect(`${at}.${field}`, block[field], field === 'source' || field === 'input' ? 'object' : 'text');
      if (block.type === 'tool_result' && block.content != null)
        expect(`${at}.content`, block.content, 'text or list');
    });
  blocks(body.system, 'system');
  each(body.tools, 'tools', 'object', ({ name, type }, at) => {
    if (name !== undefined || type == null || type === 'custom') expect(`${at}.name`, name, 'text');
    if (type != null) expect(`${at}.type`, type, 'text');
  });
  each(body.stop_sequences, 'stop_sequences', 'text', () => {});
  each(body.mcp_servers, 'mcp_servers', 'object', () => {});
  if (body.tool_choice) expect('tool_choice.type', body.tool_choice.type, ['auto', 'any', 'tool', 'none']);
  each(body.messages, 'messages', 'object', ({ role, content }, at) => {
    expect(`${at}.role`, role, ['user', 'assistant', 'system']);
    if (role === 'system' && content === undefined) return;
    if (expect(`${at}.content`, content, 'text or list')) blocks(content, `${at}.content`);
  });
  return problems;
}

/** Top-level fields that no request has: the API answers 400. */
export function unknownFields(body: object): readonly Problem[] {
  return Object.keys(body)
    .filter((field) => !Object.hasOwn(bodyFields, field))
    .map((field) => ({
      path: field,
      rule: 'shape',
      message: `a request has no field ${field}: remove it, or keep fields that are newer than this release`,
    }));
}

interface Loose {
  readonly [field: string]: unknown;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (value === null) return 'null';
  return typeof value === 'string' ? 'text' : typeof value;
}
