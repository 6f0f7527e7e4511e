import { isToolUse } from '../content/block-guards.js';
import { contentOf } from '../content/content-of.js';
import type { MessageStreamEvent } from '../wire/message-stream-event.js';
import { requiredText } from './accumulate/add-delta.js';
import type { Select } from './event-iterator.js';
import { ToolCallReader } from './tool-call-reader.js';
import type { ToolInputPart } from './tool-input-part.js';

/** Reads the input of every tool call in a stream while it arrives. */
export function selectToolInputs<Request>(): Select<ToolInputPart<Request>> {
  const calls = new Map<number, ToolCallReader>();
  return (event, also) => {
    // The request declares the tools and their schemas, and the model calls no others.
    const [first, ...others] = readParts(calls, event) as readonly ToolInputPart<Request>[];
    for (const other of others) also(other);
    return first;
  };
}

const NO_PARTS: readonly ToolInputPart[] = [];

function readParts(
  calls: Map<number, ToolCallReader>,
  event: MessageStreamEvent,
): readonly (ToolInputPart | undefined)[] {
  switch (event.type) {
    case 'message_start':
      // Calls that arrive complete, such as those of programmatic tool calling.
      return contentOf(event.message).flatMap((block, index) =>
        isToolUse(block) ? [new ToolCallReader(index, block).end()] : [],
      );
    case 'content_block_start': {
      const { index, content_block: block } = event;
      if (block?.type === 'tool_use') calls.set(index, new ToolCallReader(index, block));
      else calls.delete(index);
      return NO_PARTS;
    }
    case 'content_block_delta': {
      const { index, delta } = event;
      const call = delta?.type === 'input_json_delta' ? calls.get(index) : undefined;
      return call === undefined ? NO_PARTS : [call.read(requiredText(delta, 'partial_json'))];
    }
    case 'content_block_stop':
      return [calls.get(event.index)?.end()];
    default:
      return NO_PARTS;
  }
}
