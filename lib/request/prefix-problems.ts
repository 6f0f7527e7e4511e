import type { Problem } from '../errors/validation-error.js';
import { prefixCheckOf } from '../models/prefix-check.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import { type PrefixChange, prefixChanges } from './prefix-changes.js';

/**
 * The changes that a request makes to the previous one of its conversation, with the cost of each and what to do
 * instead.
 */
export function prefixProblems(previous: MessagesRequestBody, next: MessagesRequestBody): readonly Problem[] {
  return prefixChanges(previous, next).map((change) => ({
    path: change.path,
    rule: 'same-prefix',
    message: sentenceOf(change, next, subjectOf(change, previous, next)),
  }));
}

/** The sentence for a change that only costs the cache. The compiler prints it for every change that it finds. */
export const edited = <Subject extends string, What extends string>(subject: Subject, what: What) =>
  `${subject} is ${what}, so the cache is lost from there on: append instead of editing` as const;

/** Tools are identified by name, since their places in the list may have changed. */
function subjectOf(
  { path, what }: PrefixChange,
  previous: MessagesRequestBody,
  next: MessagesRequestBody,
): string {
  const [field, index] = path.split('.');
  if (field !== 'tools' || index === undefined) return path;
  const { tools = [] } = what === 'removed' ? previous : next;
  const { name } = Object(tools[Number(index)]);
  return typeof name === 'string' ? `the tool ${name}` : path;
}

function sentenceOf(change: PrefixChange, next: MessagesRequestBody, subject: string): string {
  const check = prefixCheckOf(next.model);
  if (!change.isBound || check === undefined) return edited(subject, change.what);
  return `${subject} is ${change.what}, ${costOf(check, next)}`;
}

function costOf(check: 'always' | 'newer accounts', { model, thinking }: MessagesRequestBody): string {
  if (isDropped(thinking))
    return 'so the API drops the thinking behind it, and the cache is lost from there on';
  const whose = check === 'always' ? '' : ' of accounts made on or after 2026-08-31';
  return (
    `and the thinking behind it is bound to what was there: ${model} answers requests${whose} with a 400. Append instead, ` +
    "set block_binding: {prefix_mismatch_behavior: 'drop_block'}, or start a new conversation without its thinking blocks"
  );
}

function isDropped(thinking: MessagesRequestBody['thinking']): boolean {
  const binding = Reflect.get(Object(thinking), 'block_binding');
  return Reflect.get(Object(binding), 'prefix_mismatch_behavior') === 'drop_block';
}
