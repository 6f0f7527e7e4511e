import type { MessageStreamEvent } from '../wire/message-stream-event.js';
import type { Select } from './event-iterator.js';
import { ToolCallReader } from './tool-call-reader.js';
import type { ToolInputPart } from './tool-input-part.js';

/** The calls of tools in a stream, each read while its input comes in. */
export function selectToolInputs<Request>(): Select<ToolInputPart<Request>> {
  const calls = new Map<number, ToolCallReader>();
  // The request named the tools and gave their schemas: the model calls no others.
  return (event) => readPart(calls, event) as ToolInputPart<Request> | undefined;
}

function readPart(calls: Map<number, ToolCallReader>, event: MessageStreamEvent): ToolInputPart | undefined {
  switch (event.type) {
    case 'content_block_start': {
      const { index, content_block: block } = event;
      if (block?.type === 'tool_use') calls.set(index, new ToolCallReader(index, block));
      return undefined;
    }
    case 'content_block_delta':
      if (event.delta?.type !== 'input_json_delta') return undefined;
      return calls.get(event.index)?.read(event.delta.partial_json);
    case 'content_block_stop':
      return calls.get(event.index)?.end();
    default:
      return undefined;
  }
}
