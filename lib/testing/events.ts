import { isObject } from '../base/is-object.js';
import type { ContentBlock } from '../wire/blocks/content-block.js';
import type { ContentDelta } from '../wire/content-delta.js';
import type { MessageBody } from '../wire/message-body.js';
import type { MessageStartEvent, MessageStreamEvent } from '../wire/message-stream-event.js';
import { answer } from './answer.js';

/** The number of characters in a text delta. */
const CHARACTERS_PER_DELTA = 12;

/** The events of a stream; the first one starts the message. */
export type AnswerEvents = readonly [MessageStartEvent, ...MessageStreamEvent[]];

/**
 * Creates the events that stream an answer: its start, each block in pieces of twelve characters, its end. Assembled
 * they are the answer again. A text is an answer with one text block.
 *
 * @example
 * ```ts
 * import { answer, events } from 'clust/testing';
 *
 * const stream = events(answer('The capital of France is Paris.', { stop_reason: 'max_tokens' }));
 * ```
 */
export function events(message: MessageBody | string): AnswerEvents {
  const body = typeof message === 'string' ? answer(message) : message;
  const { content, stop_reason, stop_sequence, stop_details, usage, ...head } = body;
  const start: MessageStartEvent = {
    type: 'message_start',
    message: {
      ...head,
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: { ...usage, output_tokens: 1 },
    },
  };
  const delta = { stop_reason, stop_sequence, ...(stop_details === undefined ? {} : { stop_details }) };
  return [
    start,
    ...content.flatMap(blockEvents),
    { type: 'message_delta', delta, usage: { output_tokens: usage.output_tokens } },
    { type: 'message_stop' },
  ];
}

function blockEvents(block: ContentBlock, index: number): readonly MessageStreamEvent[] {
  const { content_block, deltas } = startAndDeltas(block);
  return [
    { type: 'content_block_start', index, content_block },
    ...deltas.map((delta) => ({ type: 'content_block_delta' as const, index, delta })),
    { type: 'content_block_stop', index },
  ];
}

/** The start of a block in a stream, and its deltas. A block that the API sends complete has no deltas. */
function startAndDeltas(block: ContentBlock): {
  readonly content_block: ContentBlock;
  readonly deltas: readonly ContentDelta[];
} {
  const fields: Readonly<Record<string, unknown>> = isObject(block) ? block : {};
  const text = (name: string) => String(fields[name] ?? '');
  switch (block.type) {
    case 'text': {
      const citations = Array.isArray(fields.citations) ? fields.citations : [];
      return {
        content_block: {
          ...block,
          text: '',
          ...(citations.length > 0 ? { citations: [] } : {}),
        } as ContentBlock,
        deltas: [
          ...citations.map((citation) => ({ type: 'citations_delta' as const, citation })),
          ...pieces(text('text')).map((piece) => ({ type: 'text_delta' as const, text: piece })),
        ],
      };
    }
    case 'thinking':
      return {
        content_block: { ...block, thinking: '', signature: '' } as ContentBlock,
        deltas: [
          ...pieces(text('thinking')).map((thinking) => ({ type: 'thinking_delta' as const, thinking })),
          { type: 'signature_delta', signature: text('signature') },
        ],
      };
    case 'tool_use':
    case 'server_tool_use':
    case 'mcp_tool_use':
      return {
        content_block: { ...block, input: {} } as ContentBlock,
        deltas: pieces(JSON.stringify(fields.input ?? {})).map((partial_json) => ({
          type: 'input_json_delta' as const,
          partial_json,
        })),
      };
    default:
      return { content_block: block, deltas: [] };
  }
}

/** Splits a text without cutting a surrogate pair. */
function pieces(text: string): readonly string[] {
  const characters = [...text];
  const count = Math.ceil(characters.length / CHARACTERS_PER_DELTA);
  return Array.from({ length: count }, (_, at) =>
    characters.slice(at * CHARACTERS_PER_DELTA, (at + 1) * CHARACTERS_PER_DELTA).join(''),
  );
}
