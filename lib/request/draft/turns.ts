import type { MessageParam } from '../../wire/message-param.js';
import type { DraftBody } from './draft.js';
import type { LooseBlock } from './parts.js';

/** A content block of a turn, and its place in the request. */
export interface PlacedBlock {
  readonly block: LooseBlock;
  /** `messages.2.content.0`, or `messages.2.content` if the content is text. */
  readonly path: string;
}

/** One turn: the API joins consecutive messages of one role. */
export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly blocks: readonly PlacedBlock[];
}

/**
 * The conversation as the API reads it: consecutive messages of one role are one turn. A system message within the
 * conversation belongs to no turn and separates none.
 */
export function turnsOf({ messages }: DraftBody): readonly Turn[] {
  const turns: { readonly role: Turn['role']; readonly blocks: PlacedBlock[] }[] = [];
  // A JavaScript caller may pass an unchecked body.
  if (!Array.isArray(messages)) return turns;
  messages.forEach((message: MessageParam | undefined, index) => {
    if (message?.role !== 'user' && message?.role !== 'assistant') return;
    let turn = turns.at(-1);
    if (turn?.role !== message.role) {
      turn = { role: message.role, blocks: [] };
      turns.push(turn);
    }
    turn.blocks.push(...placed(message.content, `messages.${index}.content`));
  });
  return turns;
}

function placed(content: unknown, path: string): readonly PlacedBlock[] {
  if (typeof content === 'string')
    return content === '' ? [] : [{ block: { type: 'text', text: content }, path }];
  if (!Array.isArray(content)) return [];
  return content.flatMap((block: LooseBlock | null, index) =>
    typeof block?.type === 'string' ? [{ block, path: `${path}.${index}` }] : [],
  );
}
