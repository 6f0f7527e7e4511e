import { describe, expect, test } from '@jest/globals';
import { image } from '../../lib/content/image.js';
import { Message } from '../../lib/content/message.js';
import { rawBlock } from '../../lib/content/raw-block.js';
import { SystemPrompt } from '../../lib/content/system-prompt.js';
import { text } from '../../lib/content/text.js';
import type { AssistantContentBlock } from '../../lib/wire/blocks/assistant-content.js';
import type { MessageBody } from '../../lib/wire/message-body.js';
import type { MessageParam, UserMessage } from '../../lib/wire/message-param.js';
import { type Equal, expectType } from '../support/types.js';

const thinking = { type: 'thinking', thinking: '', signature: 'sig' } as const;
const toolUse = { type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: {} } as const;

describe('Message.user()', () => {
  test('accepts text, a block or blocks', () => {
    expect(Message.user('hi')).toEqual({ role: 'user', content: 'hi' });
    expect(Message.user(text('hi'))).toEqual({ role: 'user', content: [{ type: 'text', text: 'hi' }] });
    expect(Message.user([text('hi'), image({ file_id: 'f' })]).content).toHaveLength(2);
    expect(Message.user([{ type: 'text', text: 'hi' }] as const).content).toHaveLength(1);
  });

  test('accepts content that is known only at run time', () => {
    const content: UserMessage['content'] = JSON.parse('[{"type":"text","text":"hi"}]');
    expect(Message.user(content).content).toEqual(content);
  });

  test('rejects blocks of the assistant and misspelled fields at compile time', () => {
    // @ts-expect-error: only an assistant thinks
    expect(Message.user(thinking).role).toBe('user');
    // @ts-expect-error: only an assistant calls tools
    expect(Message.user([text('hi'), toolUse]).role).toBe('user');
    // @ts-expect-error: a misspelled field
    expect(Message.user({ type: 'text', text: 'hi', cache_contrl: null }).role).toBe('user');
    // @ts-expect-error: a misspelled field in a list
    expect(Message.user([{ type: 'image', source: { type: 'url', url: 'u' }, titel: '' }]).role).toBe('user');
  });

  test('accepts an unknown block that is marked with rawBlock()', () => {
    const block = rawBlock({ type: 'hologram', depth: 3 });
    expect(Message.user([block])).toEqual({ role: 'user', content: [{ type: 'hologram', depth: 3 }] });
    // @ts-expect-error: unknown, and not marked
    expect(Message.user([{ type: 'hologram', depth: 3 }]).role).toBe('user');
  });
});

describe('Message.assistant()', () => {
  test('accepts text, blocks and whole messages', () => {
    expect(Message.assistant('hi')).toEqual({ role: 'assistant', content: 'hi' });
    expect(Message.assistant([thinking, toolUse]).content).toEqual([thinking, toolUse]);
    expect(Message.assistant({ role: 'assistant', content: 'hi' })).toEqual({
      role: 'assistant',
      content: 'hi',
    });
  });

  test('accepts a response body and keeps only its role and content, without a copy', () => {
    const body: MessageBody = JSON.parse(
      '{"id":"msg_1","type":"message","role":"assistant","content":[{"type":"hologram"}],"usage":{}}',
    );
    const turn = Message.assistant(body);
    expect(Object.keys(turn)).toEqual(['role', 'content']);
    expect(turn.content).toBe(body.content);
  });

  test('rejects blocks and messages of the user at compile time', () => {
    // @ts-expect-error: only a user sends tool results
    expect(Message.assistant({ type: 'tool_result', tool_use_id: 't' }).role).toBe('assistant');
    // @ts-expect-error: only a user sends images
    expect(Message.assistant([image({ file_id: 'f' })]).role).toBe('assistant');
    // @ts-expect-error: a user message is not an assistant message
    expect(Message.assistant(Message.user('hi')).role).toBe('assistant');
  });
});

describe('Message.system()', () => {
  test('creates a system message with its options', () => {
    expect(Message.system('Be brief.')).toEqual({ role: 'system', content: 'Be brief.' });
    expect(Message.system('Be brief.', { clear_at: 'next_user_message' })).toEqual({
      role: 'system',
      content: 'Be brief.',
      clear_at: 'next_user_message',
    });
    const removal = { type: 'tool_removal', tool: { type: 'tool_reference', name: 'bash' } } as const;
    expect(Message.system([text('No shell.'), removal]).content).toHaveLength(2);
  });
});

describe('a message', () => {
  test('is frozen together with its content, but the given array is not', () => {
    const blocks = [{ type: 'text', text: 'hi' } as { type: 'text'; text: string }];
    const message = Message.user(blocks);
    expect([message, message.content].every(Object.isFrozen)).toBe(true);
    expect([blocks, blocks[0]].some(Object.isFrozen)).toBe(false);
    expect(message.content[0]).toBe(blocks[0]);
  });

  test('has the type of its role and of its literal text', () => {
    const user = Message.user('hi');
    expectType<Equal<typeof user, { readonly role: 'user'; readonly content: 'hi' }>>();
    const blocks = Message.user([text('hi')]);
    expectType<Equal<typeof blocks, UserMessage>>();
    const prefill = Message.assistant('{');
    expectType<Equal<(typeof prefill)['content'], '{'>>();
    const plain = Message.assistant(String('{'));
    expectType<Equal<(typeof plain)['content'], string | readonly AssistantContentBlock[]>>();
    const all: readonly MessageParam[] = [user, blocks, prefill, plain];
    expect(all.map(({ role }) => role)).toEqual(['user', 'user', 'assistant', 'assistant']);
  });
});

describe('SystemPrompt.of()', () => {
  test('accepts text, a text block or text blocks', () => {
    expect(SystemPrompt.of('You are helpful.')).toBe('You are helpful.');
    expect(SystemPrompt.of(text('a').cached())).toEqual([
      { type: 'text', text: 'a', cache_control: { type: 'ephemeral' } },
    ]);
    expect(SystemPrompt.of([text('a'), text('b')])).toHaveLength(2);
    // @ts-expect-error: a system prompt is text
    expect(SystemPrompt.of([image({ file_id: 'f' })])).toHaveLength(1);
  });
});
