import { describe, expect, test } from '@jest/globals';
import type { AssistantContentBlock } from '../../lib/wire/blocks/assistant-content.js';
import type { ContentBlock, KnownContentBlock } from '../../lib/wire/blocks/content-block.js';
import type { SystemContentBlock } from '../../lib/wire/blocks/system-content.js';
import type { UserContentBlock } from '../../lib/wire/blocks/user-content.js';
import type {
  AssistantMessage,
  MessageParam,
  SystemMessage,
  UserMessage,
} from '../../lib/wire/message-param.js';
import type { UnknownType } from '../../lib/wire/open.js';
import { type Equal, expectType } from '../support/types.js';

const cache_control = { type: 'ephemeral', ttl: '1h' } as const;
const text = { type: 'text', text: 'hi', cache_control } as const;
const direct = { type: 'direct' } as const;

const userBlocks = [
  text,
  { type: 'text', text: 'hi', cache_control: null },
  { type: 'image', source: { type: 'base64', media_type: 'image/webp', data: '' }, cache_control },
  { type: 'image', source: { type: 'url', url: '' }, transformations: { oversized_image: 'downsize' } },
  { type: 'image', source: { type: 'file', file_id: '' } },
  { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: '' }, title: 'T' },
  { type: 'document', source: { type: 'text', media_type: 'text/plain', data: '' }, context: 'C' },
  { type: 'document', source: { type: 'content', content: 'hi' }, citations: { enabled: true } },
  { type: 'document', source: { type: 'content', content: [text] }, cache_control },
  { type: 'document', source: { type: 'url', url: '' } },
  { type: 'document', source: { type: 'file', file_id: '' } },
  { type: 'search_result', source: '', title: '', content: [text], citations: { enabled: true } },
  { type: 'tool_result', tool_use_id: '' },
  { type: 'tool_result', tool_use_id: '', content: 'hi', is_error: true, cache_control },
  {
    type: 'tool_result',
    tool_use_id: '',
    toolset_name: 'browser',
    content: [
      text,
      { type: 'image', source: { type: 'url', url: '' } },
      { type: 'document', source: { type: 'url', url: '' } },
      { type: 'search_result', source: '', title: '', content: [] },
      { type: 'tool_reference', tool_name: '' },
      { type: 'browser_state', tabs: [{ tab_id: '', title: '', url: '' }], state_changes: [] },
    ],
  },
  { type: 'container_upload', file_id: '', cache_control },
  { type: 'compaction', content: null, encrypted_content: '', tool_changes: [] },
] as const satisfies readonly UserContentBlock[];

const assistantBlocks = [
  {
    ...text,
    citations: [
      { type: 'web_search_result_location', cited_text: '', url: '', title: '', encrypted_index: '' },
    ],
  },
  { type: 'thinking', thinking: '', signature: '' },
  { type: 'redacted_thinking', data: '' },
  { type: 'tool_use', id: '', name: '', input: { deep: [1] }, caller: direct, cache_control },
  { type: 'tool_use', id: '', name: 'key', input: {}, toolset_name: 'computer' },
  { type: 'server_tool_use', id: '', name: 'web_search', input: { query: '' } },
  { type: 'server_tool_use', id: '', name: 'a_tool_of_tomorrow', input: {} },
  { type: 'web_search_tool_result', tool_use_id: '', content: [] },
  {
    type: 'web_search_tool_result',
    tool_use_id: '',
    content: { type: 'web_search_tool_result_error', error_code: 'unavailable' },
    caller: { type: 'code_execution_20260120', tool_id: '' },
  },
  {
    type: 'web_fetch_tool_result',
    tool_use_id: '',
    content: {
      type: 'web_fetch_result',
      url: '',
      // An assistant turn may hold a document inside a tool result.
      content: { type: 'document', source: { type: 'text', media_type: 'text/plain', data: '' } },
    },
  },
  {
    type: 'code_execution_tool_result',
    tool_use_id: '',
    content: { type: 'code_execution_result', stdout: '', stderr: '', return_code: 0, content: [] },
  },
  {
    type: 'bash_code_execution_tool_result',
    tool_use_id: '',
    content: { type: 'bash_code_execution_result', stdout: '', stderr: '', return_code: 0, content: [] },
  },
  {
    type: 'text_editor_code_execution_tool_result',
    tool_use_id: '',
    content: { type: 'text_editor_code_execution_create_result', is_file_update: false },
  },
  {
    type: 'tool_search_tool_result',
    tool_use_id: '',
    content: {
      type: 'tool_search_tool_search_result',
      tool_references: [{ type: 'tool_reference', tool_name: '' }],
    },
  },
  { type: 'container_upload', file_id: '' },
  { type: 'advisor_tool_result', tool_use_id: '', content: { type: 'advisor_result', text: '' } },
  { type: 'mcp_tool_use', id: '', name: '', server_name: '', input: {} },
  { type: 'mcp_tool_result', tool_use_id: '', content: [text], is_error: false },
  { type: 'mcp_tool_listing', mcp_server_name: '', tools: [{ name: '', input_schema: { type: 'object' } }] },
  { type: 'compaction', content: null, encrypted_content: '', tool_changes: [] },
  {
    type: 'fallback',
    from: { model: 'a' },
    to: { model: 'b' },
    trigger: { type: 'refusal', category: null },
  },
] as const satisfies readonly AssistantContentBlock[];

const systemBlocks = [
  text,
  { type: 'tool_addition', tool: { type: 'tool_reference', name: '' } },
  {
    type: 'tool_addition',
    tool: { type: 'tool_definition', definition: { type: 'bash_20250124', name: 'bash' } },
  },
  { type: 'tool_removal', tool: { type: 'mcp_toolset_reference', server_name: '' } },
] as const satisfies readonly SystemContentBlock[];

describe('content blocks', () => {
  test('are accepted in a turn of their role', () => {
    const messages: readonly MessageParam[] = [
      { role: 'user', content: userBlocks },
      { role: 'assistant', content: assistantBlocks },
      {
        role: 'system',
        content: systemBlocks,
        clear_at: 'next_user_message',
        output_config: { effort: 'low' },
      },
      { role: 'system', output_config: { effort: 'low' } },
    ];
    expect(messages).toHaveLength(4);
  });

  test('of a user turn are all in the list userBlocks', () => {
    type Types = Exclude<UserContentBlock['type'], UnknownType>;
    expectType<Equal<(typeof userBlocks)[number]['type'], Types>>();
  });

  test('are rejected in a turn of another role', () => {
    const [image] = userBlocks.filter(({ type }) => type === 'image');
    const messages: readonly (UserMessage | AssistantMessage | SystemMessage)[] = [
      // @ts-expect-error: a tool result belongs to the user
      { role: 'assistant', content: [{ type: 'tool_result', tool_use_id: '' }] },
      // @ts-expect-error: an assistant turn has no image
      { role: 'assistant', content: [image] },
      // @ts-expect-error: an assistant turn has no document
      { role: 'assistant', content: [{ type: 'document', source: { type: 'url', url: '' } }] },
      // @ts-expect-error: an assistant turn has no search result
      { role: 'assistant', content: [{ type: 'search_result', source: '', title: '', content: [] }] },
      // @ts-expect-error: a tool call belongs to the assistant
      { role: 'user', content: [{ type: 'tool_use', id: '', name: '', input: {} }] },
      // @ts-expect-error: thinking belongs to the assistant
      { role: 'user', content: [{ type: 'thinking', thinking: '', signature: '' }] },
      // @ts-expect-error: the result of a server tool belongs to the assistant
      { role: 'user', content: [{ type: 'web_search_tool_result', tool_use_id: '', content: [] }] },
      // @ts-expect-error: only a system message removes a tool
      { role: 'user', content: [{ type: 'tool_removal', tool: { type: 'tool_reference', name: '' } }] },
      // @ts-expect-error: a system message has no image
      { role: 'system', content: [{ type: 'image', source: { type: 'url', url: '' } }] },
      // @ts-expect-error: thinking cannot be cached
      { role: 'assistant', content: [{ type: 'thinking', thinking: '', signature: '', cache_control }] },
      // @ts-expect-error: no such role
      { role: 'tool', content: 'hi' },
    ];
    expect(messages).toHaveLength(11);
  });

  test('of an assistant turn have the same types as those of a response', () => {
    expectType<Equal<AssistantContentBlock['type'], ContentBlock['type']>>();
    const types = new Set<KnownContentBlock['type']>(assistantBlocks.map(({ type }) => type));
    expect(types.size).toBe(18);
  });
});
