import { isBlank } from '../content/blank-text.js';
import { isLeft } from '../content/sent-back.js';
import type { MessageParam } from '../wire/message-param.js';
import { blocksOf, isHalfCall, type LooseBlock } from './loose-turns.js';

/** One thing that was changed, and why. */
export interface Repair {
  /** Where it stood in the messages that were given, or, for what was added, before which block it stands now. */
  readonly path: string;
  readonly what: 'added' | 'removed' | 'moved';
  readonly why: string;
}

/** A conversation that can be sent, and what had to change. */
export interface RepairedMessages {
  readonly messages: readonly MessageParam[];
  /** Empty when nothing was wrong; then `messages` is the list that was given. */
  readonly repairs: readonly Repair[];
}

/**
 * Makes a stored conversation fit to be sent, and says what it did. Nothing else of clust repairs anything.
 *
 * - A call without a result gets one that says the call was not made, with `is_error`.
 * - A result without a call goes, as does a second result of the same call. Results move to the start of their turn.
 * - What a cut stream left half goes: a call whose input is not whole, thinking without its signature, a call of a tool of
 *   the API without its result where the conversation goes on.
 * - What a model that refused left before another took over goes: its thinking, its calls.
 * - Empty text and empty turns go.
 *
 * @example
 * ```ts
 * import { type MessageParam, repair } from 'clust';
 *
 * const stored: MessageParam[] = [
 *   { role: 'user', content: 'How warm is it in Paris?' },
 *   { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Paris' } }] },
 *   { role: 'user', content: 'Hello?' },
 * ];
 * const { messages, repairs } = repair(stored);
 * for (const { path, what, why } of repairs) console.log(what, path, why);
 * ```
 */
export function repair(messages: readonly MessageParam[]): RepairedMessages {
  const repairs: Repair[] = [];
  const removed = (path: string, why: string) => {
    repairs.push({ path, what: 'removed', why });
  };
  const whole = messages
    .map((message, index) => withoutHalves(message, index, messages, removed))
    .filter(({ message, blocks }) => blocks.length > 0 || message.role === 'system');
  const turns = joinTurns(whole);
  turns.forEach((turn, index) => {
    if (turn.role === 'user') keepAnswers(turn, turns[index - 1], removed, repairs);
  });
  const answered = turns.flatMap((turn, index) => answerCalls(turn, turns[index + 1], repairs));
  if (repairs.length === 0) return { messages, repairs };
  return { messages: Object.freeze(answered.flatMap(toMessages)), repairs: Object.freeze(repairs) };
}

/** A block, and where it stood. */
interface Placed {
  readonly block: LooseBlock;
  readonly path: string;
}

/** What one side says at once; a system message is a turn of its own. */
interface LooseTurn {
  readonly role: MessageParam['role'];
  /** What the turn was made of, in order; it is sent back in the same messages. */
  readonly messages: { readonly message: MessageParam; blocks: readonly Placed[] }[];
}

type Removed = (path: string, why: string) => void;

function withoutHalves(
  message: MessageParam,
  index: number,
  all: readonly MessageParam[],
  removed: Removed,
): LooseTurn['messages'][number] {
  const placed = blocksOf(message).map((block, at) => ({
    block,
    path:
      typeof message.content === 'string' ? `messages.${index}.content` : `messages.${index}.content.${at}`,
  }));
  if (message.role === 'system') return { message, blocks: placed };
  if (placed.length === 0) removed(`messages.${index}`, 'the turn is empty');
  // What the API resumed after a pause goes on in the next message of the same turn.
  const end = all.findIndex(({ role }, at) => at > index && role !== message.role);
  const turn = all.slice(index, end < 0 ? undefined : end).flatMap(blocksOf);
  const isLast = end < 0;
  const takenOver = placed.findLastIndex(({ block }) => block.type === 'fallback');
  const blocks = placed.filter(({ block, path }, at) => {
    const isOfOther = at < takenOver && isLeft(block, blocksOf(message));
    const why = isOfOther ? 'another model took over after it' : halfOf(block, message, isLast, turn);
    if (why !== undefined) removed(path, why);
    return why === undefined;
  });
  return { message, blocks };
}

/** Why a block of a cut stream, or one that says nothing, cannot stay. */
function halfOf(
  block: LooseBlock,
  { role }: MessageParam,
  isLast: boolean,
  turn: readonly LooseBlock[],
): string | undefined {
  if (block.type === 'text' && isBlank(block.text ?? '')) return 'the text is empty';
  if (role !== 'assistant') return undefined;
  if (isHalfCall(block)) return 'the input of the call was cut off';
  if (block.type === 'thinking' && !block.signature) return 'the thinking was cut off before its signature';
  const hasResult = () => turn.some((each) => each.tool_use_id === block.id);
  if (block.type === 'server_tool_use' && !isLast && !hasResult()) return 'the call of the API has no result';
  return undefined;
}

/** Messages of one role in a row are one turn to the API. */
function joinTurns(messages: readonly LooseTurn['messages'][number][]): LooseTurn[] {
  const turns: LooseTurn[] = [];
  for (const each of messages) {
    const { role } = each.message;
    const before = turns.filter((turn) => turn.role !== 'system').at(-1);
    if (role !== 'system' && before?.role === role) before.messages.push(each);
    else turns.push({ role, messages: [each] });
  }
  return turns;
}

const blocksIn = (turn: LooseTurn | undefined) => turn?.messages.flatMap(({ blocks }) => blocks) ?? [];

/** Keeps the results that answer a call of the turn before, once each, ahead of all else. */
function keepAnswers(
  turn: LooseTurn,
  before: LooseTurn | undefined,
  removed: Removed,
  repairs: Repair[],
): void {
  const calls = new Set(
    before?.role === 'assistant'
      ? blocksIn(before).flatMap(({ block }) => (block.type === 'tool_use' ? [block.id] : []))
      : [],
  );
  let isLate = false;
  for (const part of turn.messages) {
    part.blocks = part.blocks.filter(({ block, path }) => {
      if (block.type !== 'tool_result') return true;
      if (calls.delete(block.tool_use_id)) return true;
      removed(path, `it answers no call of the turn before, or one that has its result`);
      return false;
    });
    for (const { block, path } of part.blocks) {
      if (block.type !== 'tool_result') isLate = true;
      else if (isLate)
        repairs.push({ path, what: 'moved', why: 'results come before all else in their turn' });
    }
  }
  const [first] = turn.messages;
  if (!isLate || first === undefined) return;
  const all = blocksIn(turn);
  const results = all.filter(({ block }) => block.type === 'tool_result');
  for (const part of turn.messages)
    part.blocks = part.blocks.filter(({ block }) => block.type !== 'tool_result');
  first.blocks = [...results, ...first.blocks];
}

const NOT_MADE = 'The call was not made: the conversation was interrupted.';

/** Gives every call a result: at the start of the turn behind it, or in a turn of its own. */
function answerCalls(turn: LooseTurn, next: LooseTurn | undefined, repairs: Repair[]): readonly LooseTurn[] {
  if (turn.role !== 'assistant') return [turn];
  const answers = next?.role === 'user' ? blocksIn(next) : [];
  const open = blocksIn(turn).filter(
    ({ block }) =>
      block.type === 'tool_use' && !answers.some((answer) => answer.block.tool_use_id === block.id),
  );
  if (open.length === 0) return [turn];
  const results = open.map(({ block, path }) => {
    repairs.push({ path, what: 'added', why: `the call ${block.id} had no result` });
    return { block: notMade(block), path };
  });
  const [first] = next?.role === 'user' ? next.messages : [];
  if (first === undefined) {
    const message: MessageParam = { role: 'user', content: [] };
    return [turn, { role: 'user', messages: [{ message, blocks: results }] }];
  }
  first.blocks = [...results, ...first.blocks];
  return [turn];
}

function notMade({ id, toolset_name }: LooseBlock): LooseBlock {
  return {
    type: 'tool_result',
    tool_use_id: id,
    ...(toolset_name ? { toolset_name } : {}),
    content: NOT_MADE,
    is_error: true,
  } as LooseBlock;
}

/** A turn as messages again; one of which nothing is left is gone. */
function toMessages({ messages }: LooseTurn): readonly MessageParam[] {
  return messages.flatMap(({ message, blocks }) => {
    if (blocks.length === 0) return message.role === 'system' ? [message] : [];
    const isUnchanged =
      blocks.length === blocksOf(message).length &&
      blocks.every(({ block }, at) => block === blocksOf(message)[at]);
    if (isUnchanged || typeof message.content === 'string') return keepText(message, blocks);
    return [{ ...message, content: blocks.map(({ block }) => block) } as MessageParam];
  });
}

/** Text stays text, unless something stands before it now. */
function keepText(message: MessageParam, blocks: readonly Placed[]): readonly MessageParam[] {
  if (typeof message.content !== 'string' || blocks.length === 1) return [message];
  return [{ ...message, content: blocks.map(({ block }) => block) } as MessageParam];
}
