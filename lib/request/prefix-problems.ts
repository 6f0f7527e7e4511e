import type { Problem } from '../errors/validation-error.js';
import { prefixCheckOf } from '../models/prefix-check.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import { type PrefixChange, prefixChanges } from './prefix-changes.js';

/** What a request edits of the one before it in its conversation, with what each edit costs and what to do instead. */
export function prefixProblems(previous: MessagesRequestBody, next: MessagesRequestBody): readonly Problem[] {
  return prefixChanges(previous, next).map((change) => ({
    path: change.path,
    rule: 'same-prefix',
    message: `${change.path} is ${change.what}, ${costOf(change, next)}`,
  }));
}

function costOf({ isBound }: PrefixChange, { model, thinking }: MessagesRequestBody): string {
  const check = prefixCheckOf(model);
  if (!isBound || check === undefined) {
    return 'so the cache is lost from there on: append instead of editing';
  }
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
