import { describe, expect, test } from '@jest/globals';
import type { AssistantContentBlock } from '../../lib/wire/blocks/assistant-content.js';
import type { ContentBlock } from '../../lib/wire/blocks/content-block.js';
import type { TextBlock } from '../../lib/wire/blocks/text-block.js';
import type { ContentDelta } from '../../lib/wire/content-delta.js';
import type { MessageBody } from '../../lib/wire/message-body.js';
import type { MessageParam } from '../../lib/wire/message-param.js';
import type { MessageStreamEvent } from '../../lib/wire/message-stream-event.js';
import type { UnknownVariant } from '../../lib/wire/open.js';
import type { StopReason } from '../../lib/wire/stop-reason.js';
import { type Equal, expectType } from '../support/types.js';

const parse = <Value>(json: string): Value => JSON.parse(json) as Value;

function describeBlock(block: ContentBlock): string {
  switch (block.type) {
    case 'text':
      expectType<Equal<typeof block, TextBlock>>();
      return block.text;
    case 'tool_use':
      // @ts-expect-error: the input has the type unknown
      block.input satisfies { city: string };
      return block.name;
    case 'web_search_tool_result':
      return 'error_code' in block.content ? block.content.error_code : `${block.content.length} results`;
    case 'code_execution_tool_result':
      switch (block.content.type) {
        case 'code_execution_result':
          return block.content.stdout;
        case 'code_execution_tool_result_error':
          return block.content.error_code;
        default:
          return block.content.type;
      }
    default:
      // @ts-expect-error: the other blocks may have no text
      block.text satisfies string;
      return block.type;
  }
}

describe('an open union', () => {
  test('narrows to a known block by its type, and leaves the others to the default branch', () => {
    expect(describeBlock({ type: 'text', text: 'hi' })).toBe('hi');
    expect(describeBlock(parse('{"type":"hologram","depth":3}'))).toBe('hologram');
  });

  test('leaves only the unknown variant when every known one is handled', () => {
    const rest = (event: MessageStreamEvent): UnknownVariant | undefined => {
      switch (event.type) {
        case 'message_start':
        case 'message_delta':
        case 'message_stop':
        case 'content_block_start':
        case 'content_block_delta':
        case 'content_block_stop':
        case 'ping':
        case 'error':
          return undefined;
        default:
          expectType<Equal<typeof event, UnknownVariant>>();
          return event;
      }
    };
    const future = parse<MessageStreamEvent>('{"type":"message_pause","seconds":3}');
    expect(rest(future)?.seconds).toBe(3);
    expect(rest({ type: 'ping' })).toBeUndefined();
  });

  test('narrows deltas with an if', () => {
    const text = (delta: ContentDelta): string => {
      if (delta.type === 'text_delta') return delta.text;
      // @ts-expect-error: the text delta is handled above
      delta.text satisfies string;
      return '';
    };
    expect(text({ type: 'text_delta', text: 'a' })).toBe('a');
  });

  test('is filtered by type without a cast', () => {
    type Text = Extract<ContentBlock, { type: 'text' }>;
    expectType<Equal<Text, TextBlock>>();
    const blocks = parse<readonly ContentBlock[]>('[{"type":"text","text":"a"},{"type":"hologram"}]');
    const texts = blocks.filter((block): block is Text => block.type === 'text');
    expect(texts.map((block) => block.text)).toEqual(['a']);
  });

  test('accepts known and unknown stop reasons, but only strings', () => {
    const known: StopReason = 'end_turn';
    const future: StopReason = 'ran_out_of_coffee';
    // @ts-expect-error: a stop reason is a string
    const wrong: StopReason = 3;
    expect([known, future, wrong]).toHaveLength(3);
  });

  test('rejects an unknown block in a request', () => {
    const block = { type: 'hologram', depth: 3 } as const;
    // @ts-expect-error: no such block
    const sent: AssistantContentBlock = block;
    expect(sent).toBe(block);
  });
});

describe('a response', () => {
  test('is assignable to an assistant turn without a cast, including unknown blocks', () => {
    const body = parse<MessageBody>('{"role":"assistant","content":[{"type":"hologram"}]}');
    const turn: MessageParam = { role: body.role, content: body.content };
    const whole: MessageParam = body;
    expect([turn.content, whole.content]).toEqual([body.content, body.content]);
  });
});
