import { isObject } from '../base/is-object.js';
import type { MessageParam } from '../wire/message-param.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';

/** A part of an earlier request that a later one does not repeat. */
export interface PrefixChange {
  /** The path in the later request; for a part that was removed, in the earlier one. */
  readonly path: string;
  readonly what: 'changed' | 'removed' | 'added' | 'reordered';
  /** Whether thinking of the conversation comes after it, and depends on what was there before. */
  readonly isBound: boolean;
}

/**
 * Compares a request with the previous one of the conversation, up to the end of the previous one's messages: system
 * prompt, tools, turns. Cache breakpoints are ignored. A conversation that starts with a compaction block counts as a
 * new one.
 */
export function prefixChanges(
  previous: MessagesRequestBody,
  next: MessagesRequestBody,
): readonly PrefixChange[] {
  if (startsCompacted(next) && !startsCompacted(previous)) return [];
  const changes: PrefixChange[] = [];
  const hasThinking = (from: number) => next.messages.slice(from).some(holdsThinking);
  const add = (path: string, what: PrefixChange['what'], from: number, isBound = hasThinking(from)) => {
    changes.push({ path, what, isBound });
  };
  if (!sameJson(previous.system ?? '', next.system ?? '')) add('system', 'changed', 0);
  compareTools(previous, next, (path, what) =>
    add(path, what, 0, what === 'reordered' ? false : hasThinking(0)),
  );
  compareMessages(previous.messages, next.messages, add);
  return changes;
}

type Found = (path: string, what: PrefixChange['what'], from: number, isBound?: boolean) => void;

function compareTools(
  { tools: before = [] }: MessagesRequestBody,
  { tools: after = [] }: MessagesRequestBody,
  found: (path: string, what: PrefixChange['what']) => void,
): void {
  const nameOf = (tool: object) => String(Reflect.get(tool, 'name') ?? Reflect.get(tool, 'mcp_server_name'));
  const names = before.map(nameOf);
  const kept = after.map(nameOf);
  before.forEach((tool, at) => {
    const now = kept.indexOf(nameOf(tool));
    if (now < 0) found(`tools.${at}`, 'removed');
    else if (!sameJson(tool, after[now])) found(`tools.${now}`, 'changed');
  });
  kept.forEach((name, at) => {
    if (!names.includes(name)) found(`tools.${at}`, 'added');
  });
  const stayed = kept.filter((name) => names.includes(name));
  const inOrder = names.filter((name) => kept.includes(name));
  if (!sameJson(stayed, inOrder)) found('tools', 'reordered');
}

/** Reports the first message that differs. Everything after it has a changed prefix anyway. */
function compareMessages(
  before: readonly MessageParam[],
  after: readonly MessageParam[],
  found: Found,
): void {
  const index = before.findIndex((message, at) => !sameJson(normal(message), normal(after[at])));
  const [message, now] = [before[index], after[index]];
  if (message === undefined) return;
  if (now === undefined) found(`messages.${index}`, 'removed', index);
  else if (now.role !== message.role) found(`messages.${index}`, 'changed', index);
  else {
    const block = firstDifference(listOf(message), listOf(now));
    found(`messages.${index}${block === undefined ? '' : `.content.${block}`}`, 'changed', index);
  }
}

/** Makes a text equal to a list of one text block. */
function normal(message: MessageParam | undefined): unknown {
  return message && { ...message, content: listOf(message) };
}

function firstDifference(before: readonly unknown[], after: readonly unknown[]): number | undefined {
  const length = Math.max(before.length, after.length);
  for (let at = 0; at < length; at++) if (!sameJson(before[at], after[at])) return at;
  return undefined;
}

function listOf({ content = [] }: MessageParam): readonly unknown[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
}

function startsCompacted({ messages }: MessagesRequestBody): boolean {
  const [first] = messages;
  return first !== undefined && Reflect.get(Object(listOf(first)[0]), 'type') === 'compaction';
}

function holdsThinking(message: MessageParam): boolean {
  return listOf(message).some((block) => /thinking$/.test(`${Reflect.get(Object(block), 'type')}`));
}

/** Whether two values are the same for the model, which ignores cache breakpoints. */
function sameJson(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, at) => sameJson(item, right[at]));
  }
  if (!isObject(left) || !isObject(right)) return Object.is(left, right);
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  names.delete('cache_control');
  return [...names].every((name) => sameJson(left[name], right[name]));
}
