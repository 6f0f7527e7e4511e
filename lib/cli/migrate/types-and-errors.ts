import type { BinaryExpression, Identifier, Node } from 'ts-morph';
import type { FileEdits } from './file-edits.js';
import type { TsMorph } from './load-ts-morph.js';
import { guards, types } from './names.js';
import { declaredName, isMemberOf, isOfSdk } from './official-sdk.js';

/** Replaces `error instanceof Anthropic.RateLimitError` by a guard. */
export function migrateInstanceof(test: BinaryExpression, edits: FileEdits): void {
  if (test.getOperatorToken().getText() !== 'instanceof' || !isOfSdk(test.getRight())) return;
  const name = declaredName(test.getRight());
  const known = guards[name];
  if (!known) {
    edits.note(test, 'errors', `${name} has no guard of its own`);
    return;
  }
  edits.use(known.guard);
  edits.replaceNode(
    test,
    known.test.replaceAll('$', () => test.getLeft().getText()),
  );
}

/** Replaces `Anthropic.MessageParam`, or an imported `MessageParam`, by the type of clust. */
export function migrateType({ Node }: TsMorph, identifier: Identifier, edits: FileEdits): void {
  let whole: Node = identifier;
  while (Node.isQualifiedName(whole.getParent())) whole = whole.getParentOrThrow();
  const reference = whole.getParent();
  if (!Node.isTypeReference(reference) && !Node.isExpressionWithTypeArguments(reference)) return;
  const name = declaredName(Node.isQualifiedName(whole) ? whole.getRight() : whole);
  const known = Object.hasOwn(types, name) ? types[name] : undefined;
  if (known === undefined) {
    edits.note(identifier, 'types', `the type ${whole.getText()} has no counterpart that this command knows`);
    return;
  }
  edits.replaceNode(whole, edits.use(known, { asType: true }));
}

/** Renames fields of answers and errors. */
export function migrateField(name: Identifier, edits: FileEdits): void {
  const text = name.getText();
  if (text === '_request_id') edits.replaceNode(name, 'http.requestId');
  else if (text === 'requestID' && isOfSdk(name)) edits.replaceNode(name, 'requestId');
  else if (text === 'error' && isMemberOf('APIError', name)) edits.replaceNode(name, 'body');
  else if (text === 'headers' && isMemberOf('APIError', name))
    edits.note(name, 'errors', 'an error has retryAfter and rateLimit in place of headers');
  else if (text === 'parsed_output' && isOfSdk(name))
    edits.note(
      name,
      'structured-outputs',
      'the schema goes into outputFormat(), and the output is message.parsed',
    );
}
