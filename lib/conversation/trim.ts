import { isModelId } from '../models/lookup.js';
import { prefixCheckOf } from '../models/prefix-check.js';
import type { MessageParam } from '../wire/message-param.js';
import { blocksOf, type LooseBlock } from './loose-turns.js';

/**
 * The rounds that are always kept. A round is a user turn and everything up to the next user turn. The round of the
 * last answer is always kept too.
 */
export interface KeptRounds {
  /** How many rounds at the beginning. Default: 1. */
  readonly first?: number | undefined;
  /** How many rounds at the end. Default: 6. */
  readonly last?: number | undefined;
}

/** A part that was removed. */
export interface Dropped {
  readonly what: 'image' | 'round' | 'thinking';
  /** The place in the conversation before it was trimmed. */
  readonly path: string;
}

/** A trimmed conversation, and what was removed. */
export interface TrimmedMessages {
  readonly messages: readonly MessageParam[];
  readonly dropped: readonly Dropped[];
}

/**
 * Everything that may be dropped, in order: images, the oldest first, then rounds. Nothing is dropped for a model that
 * checks the prefix while the results of its calls are due, since its thinking has to be sent back with everything
 * before it.
 */
export function trimSteps(
  messages: readonly MessageParam[],
  keep: KeptRounds,
  model: string,
): readonly Dropped[] {
  if (mayCheckPrefix(model) && lastAnswerHasThinkingAndCalls(messages)) return [];
  const rounds = roundsOf(messages);
  const { first = 1, last = 6 } = keep;
  const answered = rounds.findLastIndex((round) => round.some((at) => messages[at]?.role === 'assistant'));
  // The last answer is kept: without it, the calls before it would be the last turn, whose thinking has to be sent
  // back.
  const end = answered < 0 ? rounds.length : answered;
  const old = rounds.slice(0, Math.max(0, Math.min(end, rounds.length - last)));
  const images = old.flat().flatMap((index) => imagesIn(messages[index], index));
  const droppable = old.slice(first).filter(([start = 0]) => !isCompacted(messages[start]));
  const paths = droppable.map(([start]) => `messages.${start}`);
  return [
    ...images.map((path) => ({ what: 'image', path }) as const),
    ...paths.map((path) => ({ what: 'round', path }) as const),
  ];
}

/** A model that is not in the catalog may be one that checks the prefix, under another name. */
function mayCheckPrefix(model: string): boolean {
  return prefixCheckOf(model) !== undefined || !isModelId(model);
}

/**
 * Removes the parts of these steps. If a part was removed before thinking, the prefix of the thinking has changed, so
 * for a model that would refuse it the thinking is removed too.
 */
export function applySteps(
  messages: readonly MessageParam[],
  steps: readonly Dropped[],
  model: string,
): TrimmedMessages {
  if (steps.length === 0) return { messages, dropped: [] };
  const gone = new Set(steps.map(({ path }) => path));
  const isGone = new Set(
    roundsOf(messages)
      .filter(([start]) => gone.has(`messages.${start}`))
      .flat(),
  );
  const dropsThinking = mayCheckPrefix(model);
  const dropped: Dropped[] = [...steps];
  const kept = messages.flatMap((message, index) => {
    if (isGone.has(index)) return [];
    const blocks = blocksOf(message).flatMap((block, at) => {
      const path = `messages.${index}.content.${at}`;
      if (gone.has(path)) return [{ type: 'text', text: '[An image was here.]' }];
      if (!dropsThinking || !isThinking(block)) return [block];
      dropped.push({ what: 'thinking', path });
      return [];
    });
    return withBlocks(message, blocks);
  });
  return { messages: kept, dropped };
}

/** The message indexes of each round. Tool results belong to the round of their call. */
function roundsOf(messages: readonly MessageParam[]): readonly (readonly number[])[] {
  const rounds: number[][] = [];
  messages.forEach((message, index) => {
    if (rounds.length === 0 || (message.role === 'user' && !answersCalls(message))) rounds.push([index]);
    else rounds.at(-1)?.push(index);
  });
  return rounds;
}

/**
 * Whether the last answer contains thinking and calls: the next request contains the results, and needs the thinking.
 */
function lastAnswerHasThinkingAndCalls(messages: readonly MessageParam[]): boolean {
  const answer = messages.findLast(({ role }) => role === 'assistant');
  const blocks = answer ? blocksOf(answer) : [];
  return blocks.some(isThinking) && blocks.some(({ type }) => type === 'tool_use');
}

function answersCalls(message: MessageParam): boolean {
  return blocksOf(message).some(({ type }) => type === 'tool_result');
}

function imagesIn(message: MessageParam | undefined, index: number): readonly string[] {
  if (message === undefined) return [];
  return blocksOf(message).flatMap(({ type }, at) =>
    type === 'image' ? [`messages.${index}.content.${at}`] : [],
  );
}

function isCompacted(message: MessageParam | undefined): boolean {
  return message !== undefined && blocksOf(message).some(({ type }) => type === 'compaction');
}

function isThinking({ type }: LooseBlock): boolean {
  return type === 'thinking' || type === 'redacted_thinking';
}

/** Drops a message when no block is left. */
function withBlocks(message: MessageParam, blocks: readonly LooseBlock[]): readonly MessageParam[] {
  const before = blocksOf(message);
  if (typeof message.content === 'string' || blocks.every((block, at) => block === before[at])) {
    if (blocks.length === before.length) return [message];
  }
  return blocks.length === 0 ? [] : [{ ...message, content: blocks } as MessageParam];
}
