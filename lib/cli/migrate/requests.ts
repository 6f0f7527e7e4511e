import type {
  Node,
  ObjectLiteralExpression,
  PropertyAssignment,
  ShorthandPropertyAssignment,
} from 'ts-morph';
import type { FileEdits } from './file-edits.js';
import type { TsMorph } from './load-ts-morph.js';
import { steps } from './names.js';

type Field = PropertyAssignment | ShorthandPropertyAssignment;

/** How a call writes its request: which fields do not belong to it, and what has to be added. */
export interface RequestShape {
  readonly without: readonly string[];
  readonly added?: string;
  /** A body that has no `max_tokens`, which `MessagesRequest.parse()` would refuse. */
  readonly isPrompt?: true;
}

/** The fields of an object literal; `undefined` unless all are written out. */
export function fieldsOf({ Node }: TsMorph, body: Node | undefined): ReadonlyMap<string, Field> | undefined {
  if (!Node.isObjectLiteralExpression(body)) return undefined;
  const fields = new Map<string, Field>();
  for (const property of body.getProperties()) {
    if (!Node.isPropertyAssignment(property) && !Node.isShorthandPropertyAssignment(property))
      return undefined;
    fields.set(property.getName(), property);
  }
  return fields;
}

export function initializerOf({ Node }: TsMorph, field: Field): Node {
  return Node.isPropertyAssignment(field) ? field.getInitializerOrThrow() : field.getNameNode();
}

/**
 * Converts a body to builder calls, if each of its fields is written out and has a method. Any other body is passed to
 * `MessagesRequest.parse()` unchanged, or to the client if it is only a prompt.
 */
export function migrateRequest(morph: TsMorph, body: Node, shape: RequestShape, edits: FileEdits): void {
  const fields = fieldsOf(morph, body);
  const model = fields?.get('model');
  const isKnown = [...(fields?.keys() ?? [])].every(
    (name) => name === 'model' || steps[name] !== undefined || shape.without.includes(name),
  );
  const id = model && initializerOf(morph, model);
  if (!fields || !id || !isKnown || !id.getType().isStringLiteral()) {
    if (body.getType().getProperty('betas'))
      edits.note(body, 'a-message', 'betas is an option of the call, not a field of the body');
    if (shape.isPrompt) return;
    edits.replace(body.getStart(), body.getStart(), `${edits.use('MessagesRequest')}.parse(`);
    edits.replace(body.getEnd(), body.getEnd(), ')');
    return;
  }
  writeChain(morph, body as ObjectLiteralExpression, { fields, id, shape }, edits);
}

interface Chain {
  readonly fields: ReadonlyMap<string, Field>;
  readonly id: Node;
  readonly shape: RequestShape;
}

function writeChain(
  morph: TsMorph,
  body: ObjectLiteralExpression,
  { fields, id, shape }: Chain,
  edits: FileEdits,
): void {
  const text = body.getSourceFile().getFullText();
  const create = `${edits.use('MessagesRequestBuilder')}.create(${id.getText()})${shape.added ?? ''}`;
  const isOneLine = !body.getText().includes('\n');
  let at = body.getStart() + 1;
  edits.replace(body.getStart(), at, create);
  for (const [name, field] of fields) {
    const end = field.getEnd() + (/^\s*,/.exec(text.slice(field.getEnd()))?.[0].length ?? 0);
    // On one line, the spaces between the fields are removed; on several, each call stays on the line of its field.
    if (isOneLine) edits.replace(at, field.getStart(), '');
    if (name === 'model' || shape.without.includes(name))
      edits.replace(isOneLine ? field.getStart() : at, end, '');
    else writeStep(morph, name, { field, end, id }, edits);
    at = end;
  }
  edits.replace(isOneLine ? at : body.getEnd() - 1, body.getEnd(), isOneLine ? '.build()' : '  .build()');
}

function writeStep(
  morph: TsMorph,
  name: string,
  { field, end, id }: { field: Field; end: number; id: Node },
  edits: FileEdits,
): void {
  const [step = '', spread] = steps[name] ?? [];
  const value = initializerOf(morph, field);
  if (morph.Node.isShorthandPropertyAssignment(field)) {
    const argument = name === 'max_tokens' ? maxTokens(value, id, edits) : `${spread ?? ''}${name}`;
    edits.replace(field.getStart(), end, `.${step}(${argument})`);
    return;
  }
  if (name === 'max_tokens' && !value.getType().isNumberLiteral()) {
    edits.replace(field.getStart(), end, `.${step}(${maxTokens(value, id, edits)})`);
    return;
  }
  if (spread && morph.Node.isArrayLiteralExpression(value)) {
    edits.replace(field.getStart(), value.getStart() + 1, `.${step}(`);
    edits.replace(value.getEnd() - 1, end, ')');
    return;
  }
  edits.replace(field.getStart(), value.getStart(), `.${step}(${spread ?? ''}`);
  edits.replace(value.getEnd(), end, ')');
}

/** A number that is only known at run time is checked then. */
function maxTokens(value: Node, id: Node, edits: FileEdits): string {
  if (value.getType().isNumberLiteral()) return value.getText();
  return `${edits.use('MaxTokens')}.of(${id.getText()}, ${value.getText()})`;
}
