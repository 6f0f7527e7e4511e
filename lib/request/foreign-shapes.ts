import { isObject } from '../base/is-object.js';
import type { Problem } from '../errors/validation-error.js';

/** Block types of other APIs, and what to write instead. */
const foreignBlocks: ReadonlyMap<unknown, string> = new Map([
  ['image_url', "{ type: 'image', source: { type: 'url', url } }"],
  ['input_image', "{ type: 'image', source: { type: 'url', url } }"],
  ['input_text', "{ type: 'text', text }"],
  ['output_text', "{ type: 'text', text }"],
  ['input_file', "{ type: 'document', source: { type: 'file', file_id } }"],
]);

/** Roles of other APIs, and what to write instead. */
const foreignRoles: ReadonlyMap<unknown, string> = new Map([
  ['tool', "{ role: 'user', content: [{ type: 'tool_result', tool_use_id, content }] }"],
  ['function', "{ role: 'user', content: [{ type: 'tool_result', tool_use_id, content }] }"],
  ['developer', "{ role: 'system', content }, or the field system"],
]);

/** Recognizes values that are copied from requests to other APIs; `undefined` for anything else. */
export function foreignBlock(type: unknown, path: string): Problem | undefined {
  const instead = foreignBlocks.get(type);
  return instead === undefined ? undefined : foreignProblem(`${path}.type`, `block of type ${type}`, instead);
}

export function foreignRole(role: unknown, path: string): Problem | undefined {
  const instead = foreignRoles.get(role);
  return instead === undefined
    ? undefined
    : foreignProblem(`${path}.role`, `message of role ${role}`, instead);
}

export const thinkingShape =
  "thinking takes 'adaptive', 'disabled', 'between_tools' or { type: 'enabled', budget_tokens }";

/** The sentence of the compiler and the run time. */
export type ThinkingShape = typeof thinkingShape;

/** Common values that are passed as content by mistake. */
const misshapenContent = {
  absent: 'content is a string, a block or blocks, and this may be undefined or null',
  texts: "blocks are objects: write { type: 'text', text } for each text, or one string",
  wrapped: 'content is a string, a block or blocks: messages() takes { role, content }',
  answer: 'this is an answer: use assistant() or toMessage()',
} as const;

/** The sentences of the compiler and the run time, and one that only the compiler has: a promise is not in any JSON. */
export type MisshapenContent = typeof misshapenContent & {
  readonly unawaited: 'content is a string, a block or blocks: is an await missing?';
};

export function misshapenBlock(block: Fields | string | null, path: string): Problem | undefined {
  const message =
    block == null
      ? misshapenContent.absent
      : typeof block === 'string'
        ? misshapenContent.texts
        : block.type === 'message'
          ? misshapenContent.answer
          : block.content && !block.type
            ? misshapenContent.wrapped
            : undefined;
  return message && { path, rule: 'shape', message };
}

/** Reports the fields that no turn has. An answer in place of a turn is one problem. */
export function strayFields(others: Fields, path: string): readonly Problem[] {
  return others.type === 'message'
    ? [{ path, rule: 'shape', message: misshapenContent.answer }]
    : Object.keys(others).map((field) => ({
        path: `${path}.${field}`,
        rule: 'shape',
        message: strayField(field),
      }));
}

type Fields = Readonly<Record<string, unknown>>;

const strayField = <Field extends string>(field: Field) => `a message has no field ${field}` as const;

/**
 * Refuses the fields of a turn of the user or the assistant beside its role and content. In a list without `as const` it
 * also has the fields of its neighbors, as `undefined`.
 */
export type StrayFields<Turn> = keyof Turn extends TurnField
  ? never
  : Turn extends { readonly type: 'message' }
    ? MisshapenContent['answer']
    : string extends keyof Turn
      ? never
      : ReturnType<typeof strayField<Exclude<keyof Turn, TurnField> & string>>;

type TurnField = 'role' | 'content' | 'clear_at' | 'output_config';

const foreignTools = 'the Claude API has no tool of type function: write { name, description, input_schema }';
const toolsByName = 'these are tools by name: pass the tools as arguments, tools(weather)';

/** The sentences of the compiler and the run time. */
export type ForeignToolRefusal = typeof foreignTools;
export type ToolsByNameRefusal = typeof toolsByName;

export function foreignTool(tool: object, path: string): Problem | undefined {
  const isForeign = 'type' in tool && tool.type === 'function';
  const message = isForeign ? foreignTools : areToolsByName(tool) ? toolsByName : undefined;
  return message && { path, rule: 'shape', message };
}

function areToolsByName(tool: object): boolean {
  const members: readonly unknown[] = Object.values(tool);
  return members.length > 0 && members.every((member) => isObject(member) && typeof member.name === 'string');
}

/** Reports keys in camel case, which the API does not have. */
export function camelKeys(value: object, path: string): readonly Problem[] {
  return Object.keys(value).flatMap((key) => {
    const snake = snakeOf(key);
    return snake === key
      ? []
      : [{ path: `${path}.${key}`, rule: 'shape', message: `write ${snake}, not ${key}` }];
  });
}

/** Converts `cacheControl` to `cache_control`. Other keys are returned unchanged. */
export function snakeOf(key: string): string {
  return /^[a-z]+([A-Z][a-z]+)+$/.test(key)
    ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    : key;
}

function foreignProblem(path: string, what: string, instead: string): Problem {
  return { path, rule: 'shape', message: `the Claude API has no ${what}: write ${instead}` };
}
