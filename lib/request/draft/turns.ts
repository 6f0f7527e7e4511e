import type { MessageParam } from '../../wire/message-param.js';
import type { DraftBody } from './draft.js';
import type { LooseBlock } from './parts.js';

/** A content block of a turn, and where it stands in the request. */
export interface PlacedBlock {
  readonly block: LooseBlock;
  /** `messages.2.content.0`; `messages.2.content` for content that is text. */
  readonly path: string;
}

/** What one side says at once: the API joins neighboring messages of one role before it looks at them. */
export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly blocks: readonly PlacedBlock[];
}

/**
 * The conversation as the API reads it: messages of one role in a row are one turn. A system message inside the
 * conversation belongs to neither side and separates nothing.
 */
export function turnsOf({ messages }: DraftBody): readonly Turn[] {
  const turns: { readonly role: Turn['role']; readonly blocks: PlacedBlock[] }[] = [];
  // A client without types may be given a body that nothing has looked at yet.
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
