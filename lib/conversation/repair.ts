import { isBlank } from '../content/blank-text.js';
import { isLeftOut } from '../content/sent-back.js';
import type { MessageParam } from '../wire/message-param.js';
import { blocksOf, isIncompleteCall, type LooseBlock } from './loose-turns.js';

/** One change, and its reason. */
export interface Repair {
  /** The place in the messages that were passed. For something that was added, the block before which it now stands. */
  readonly path: string;
  readonly what: 'added' | 'removed' | 'moved';
  readonly why: string;
}

/** A conversation that can be sent, and the changes that were made. */
export interface RepairedMessages {
  readonly messages: readonly MessageParam[];
  /** Empty if nothing had to change; `messages` is then the list that was passed. */
  readonly repairs: readonly Repair[];
}

/**
 * Makes a stored conversation valid for the next request, and reports each change. No other function of clust repairs
 * messages.
 *
 * - A call without a result gets a result with `is_error`, which says that the call was not made.
 * - A result without a call is removed, and so is a second result of the same call. Results move to the start of their
 *   turn.
 * - A second call with the id of another call of its turn is removed.
 * - The incomplete blocks of a cut stream are removed: a call with incomplete input, thinking without its signature,
 *   and a server tool's call without its result if the conversation continues.
 * - The thinking and the calls of a model that refused, before another took over, are removed.
 * - Empty text and empty turns are removed.
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
    .map((message, index) => withoutIncompleteBlocks(message, index, messages, removed))
    .filter(({ message, blocks }) => blocks.length > 0 || message.role === 'system');
  const turns = joinTurns(whole);
  turns.forEach((turn, index) => {
    keepFirstCalls(turn, removed);
    if (turn.role === 'user') keepAnswers(turn, turns[index - 1], removed, repairs);
  });
  const answered = turns.flatMap((turn, index) => answerCalls(turn, turns[index + 1], repairs));
  if (repairs.length === 0) return { messages, repairs };
  return { messages: Object.freeze(answered.flatMap(toMessages)), repairs: Object.freeze(repairs) };
}

/** A block, and its original place. */
interface PlacedBlock {
  readonly block: LooseBlock;
  readonly path: string;
}

/** One turn: consecutive messages of one role, or one system message. */
interface LooseTurn {
  readonly role: MessageParam['role'];
  /** The messages of the turn, in order. They are sent back as separate messages. */
  readonly messages: { readonly message: MessageParam; blocks: readonly PlacedBlock[] }[];
}

type Removed = (path: string, why: string) => void;

function withoutIncompleteBlocks(
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
  // After a pause, the next message of the same turn may contain the result.
  const end = all.findIndex(({ role }, at) => at > index && role !== message.role);
  const turn = all.slice(index, end < 0 ? undefined : end).flatMap(blocksOf);
  const isLast = end < 0;
  const takenOver = placed.findLastIndex(({ block }) => block.type === 'fallback');
  const blocks = placed.filter(({ block, path }, at) => {
    const isOfOther = at < takenOver && isLeftOut(block, blocksOf(message));
    const why = isOfOther ? 'another model took over after it' : reasonToRemove(block, message, isLast, turn);
    if (why !== undefined) removed(path, why);
    return why === undefined;
  });
  return { message, blocks };
}

/** Why a block has to be removed: it is incomplete or empty. */
function reasonToRemove(
  block: LooseBlock,
  { role }: MessageParam,
  isLast: boolean,
  turn: readonly LooseBlock[],
): string | undefined {
  if (block.type === 'text' && isBlank(block.text ?? '')) return 'the text is empty';
  if (role !== 'assistant') return undefined;
  if (isIncompleteCall(block)) return 'the input of the call was cut off';
  if (block.type === 'thinking' && !block.signature) return 'the thinking was cut off before its signature';
  const hasResult = () => turn.some((each) => each.tool_use_id === block.id);
  if (block.type === 'server_tool_use' && !isLast && !hasResult()) return 'the call of the API has no result';
  return undefined;
}

/** For the API, consecutive messages of one role are one turn. */
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

/** Keeps one call of each id. */
function keepFirstCalls(turn: LooseTurn, removed: Removed): void {
  const seen = new Set<string | undefined>();
  for (const part of turn.messages)
    part.blocks = part.blocks.filter(({ block, path }) => {
      if (block.type !== 'tool_use') return true;
      const isFirst = !seen.has(block.id);
      seen.add(block.id);
      if (!isFirst) removed(path, `the id ${block.id} is that of another call of the turn`);
      return isFirst;
    });
}

/** Keeps one result for each call of the turn before, ahead of all other blocks. */
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
      removed(path, `it answers no call of the turn before, or a call that already has a result`);
      return false;
    });
    for (const { block, path } of part.blocks) {
      if (block.type !== 'tool_result') isLate = true;
      else if (isLate)
        repairs.push({ path, what: 'moved', why: 'results come before all other content of their turn' });
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

/** Adds the missing results: at the start of the next turn, or in a new turn. */
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
    return { block: notMadeResult(block), path };
  });
  const [first] = next?.role === 'user' ? next.messages : [];
  if (first === undefined) {
    const message: MessageParam = { role: 'user', content: [] };
    return [turn, { role: 'user', messages: [{ message, blocks: results }] }];
  }
  first.blocks = [...results, ...first.blocks];
  return [turn];
}

function notMadeResult({ id, toolset_name }: LooseBlock): LooseBlock {
  return {
    type: 'tool_result',
    tool_use_id: id,
    ...(toolset_name ? { toolset_name } : {}),
    content: NOT_MADE,
    is_error: true,
  } as LooseBlock;
}

/** Converts a turn back to messages. Drops a message when no block is left. */
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

/** Keeps the text form of a message, unless a block was added before the text. */
function keepText(message: MessageParam, blocks: readonly PlacedBlock[]): readonly MessageParam[] {
  if (typeof message.content !== 'string' || blocks.length === 1) return [message];
  return [{ ...message, content: blocks.map(({ block }) => block) } as MessageParam];
}
