import type { CallExpression, Node } from 'ts-morph';
import { MessagesRequest } from '../../request/messages-request.js';
import type { TsMorph } from './load-ts-morph.js';
import { isSdkClient } from './official-sdk.js';
import { fieldsOf, initializerOf } from './requests.js';

/** A request in the code, and the problems that clust finds in it. */
export interface Refusal {
  readonly line: number;
  readonly path: string;
  readonly message: string;
}

/** A value that is only known at run time. */
const UNKNOWN = Symbol('unknown');

/** Fields that the check leaves out: no rule about other fields reads them. */
const independent = new Set(['messages', 'system', 'metadata', 'stop_sequences']);
const question = [{ role: 'user', content: 'A question' }];

/** The problems of a call's request, as far as the code shows it. */
export function refusalsOf(morph: TsMorph, call: CallExpression): readonly Refusal[] {
  const callee = call.getExpression();
  if (!/\.messages\.(create|stream|parse)$/.test(callee.getText())) return [];
  if (!callee.getDescendants().some(isSdkClient)) return [];
  const fields = fieldsOf(morph, call.getArguments()[0]);
  const body: Record<string, unknown> = {};
  for (const [name, field] of fields ?? []) {
    const value = read(morph, initializerOf(morph, field));
    if (value !== UNKNOWN) body[name] = value;
    else if (!independent.has(name)) return [];
  }
  if (typeof body.model !== 'string' || fields === undefined) return [];
  if (fields.has('messages')) body.messages ??= question;
  return MessagesRequest.problems(body).map(({ path, message }) => {
    const field = fields.get(path.split('.')[0] ?? '');
    return { line: (field ?? call).getStartLineNumber(), path, message };
  });
}

/** The value of a literal, of any depth. */
function read(morph: TsMorph, node: Node): unknown {
  const { Node } = morph;
  if (Node.isAsExpression(node) || Node.isSatisfiesExpression(node)) return read(morph, node.getExpression());
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) return node.getLiteralText();
  if (Node.isNumericLiteral(node)) return node.getLiteralValue();
  if (Node.isTrueLiteral(node) || Node.isFalseLiteral(node)) return node.getLiteralValue();
  if (Node.isArrayLiteralExpression(node)) {
    const items = node.getElements().map((each) => read(morph, each));
    return items.includes(UNKNOWN) ? UNKNOWN : items;
  }
  const fields = fieldsOf(morph, node);
  if (fields) {
    const entries = [...fields].map(
      ([name, field]) =>
        [name.replace(/^(['"])(.*)\1$/, '$2'), read(morph, initializerOf(morph, field))] as const,
    );
    return entries.some(([, value]) => value === UNKNOWN) ? UNKNOWN : Object.fromEntries(entries);
  }
  const { compilerType } = node.getType();
  if (compilerType.isStringLiteral() || compilerType.isNumberLiteral()) return compilerType.value;
  return UNKNOWN;
}
