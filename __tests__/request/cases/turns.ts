import { refused } from './refused-case.js';

const call = (id: string) => `{ type: 'tool_use', id: '${id}', name: 'f', input: {} }`;
const result = (id: string) => `{ type: 'tool_result', tool_use_id: '${id}', content: '1' }`;
const preset = "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9)";

export const turns = [
  ...refused('block-roles', [
    {
      code: `${preset}.user('Hi').assistant([image('https://example.com/a.png')]).user('And?').build()`,
      sentence: 'a turn of the assistant takes no image block',
      path: 'messages.1.content.0',
      at: 'image(',
    },
    {
      code: `${preset}.user([${call('toolu_1')}]).build()`,
      sentence: 'a turn of the user takes no tool_use block',
      path: 'messages.0.content.0',
      at: 'type',
    },
    {
      code: `${preset}.user([{ type: 'thinking', thinking: 'Hm.', signature: 'EqoB' }]).build()`,
      sentence: 'a turn of the user takes no thinking block',
      path: 'messages.0.content.0',
      at: 'type',
    },
    {
      code: `${preset}.user('Hi').assistant([${result('toolu_1')}]).user('And?').build()`,
      sentence: 'a turn of the assistant takes no tool_result block',
      path: 'messages.1.content.0',
      at: 'type',
    },
    {
      code: `${preset}.user('Hi').assistant([{ type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } }]).user('And?').build()`,
      sentence: 'a turn of the assistant takes no image block',
      path: 'messages.1.content.0',
      at: 'type',
    },
    {
      code: `${preset}.messages([{ role: 'user', content: [${call('toolu_1')}] }]).build()`,
      sentence: 'a turn of the user takes no tool_use block',
      path: 'messages.0.content.0',
      at: 'type',
    },
  ]),
  ...refused('tool-results', [
    {
      code: `${preset}.messages([{ role: 'user', content: [${result('toolu_1')}] }]).build()`,
      sentence: 'tool_result toolu_1 answers no tool_use of the turn before',
      path: 'messages.0.content.0',
      at: 'content',
    },
    {
      code: `${preset}.messages([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: 'Yes?' }, { role: 'user', content: [${result('toolu_1')}] }]).build()`,
      sentence: 'tool_result toolu_1 answers no tool_use of the turn before',
      path: 'messages.2.content.0',
      at: 'content',
    },
    {
      code: `${preset}.messages([{ role: 'user', content: 'Hi' }, { role: 'user', content: [${result('toolu_1')}] }]).build()`,
      sentence: 'tool_result toolu_1 answers no tool_use of the turn before',
      path: 'messages.1.content.0',
    },
    {
      code: `${preset}.messages([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [${call('toolu_1')}] }, { role: 'user', content: [${result('toolu_1')}, ${result('toolu_2')}] }]).build()`,
      sentence: 'tool_result toolu_2 answers no tool_use of the turn before',
      path: 'messages.2.content.1',
      at: 'content',
    },
    {
      code: `${preset}.user('Hi').assistant([${call('srvtoolu_1')}]).user('next').build()`,
      sentence: 'tool_use srvtoolu_1 needs its tool_result at the start of the next turn: use toolResults()',
      path: 'messages.1.content.0',
      at: preset,
    },
    {
      code: `MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [${call('toolu_1')}] }, { role: 'user', content: 'First this.' }, { role: 'user', content: [${result('toolu_1')}] }] })`,
      sentence: 'a tool_result must come before all other content of its turn',
      path: 'messages.3.content.0',
    },
    {
      code: `${preset}.user('Hi').assistant([${call('toolu_1')}]).user([{ type: 'text', text: 'next' }]).build()`,
      sentence: 'tool_use toolu_1 needs its tool_result at the start of the next turn: use toolResults()',
      path: 'messages.1.content.0',
      at: '[',
    },
    {
      code: `${preset}.user([${result('toolu_1')}]).build()`,
      sentence: 'tool_result toolu_1 answers no tool_use of the turn before',
      path: 'messages.0.content.0',
      at: '[',
    },
    {
      code: `${preset}.user('Hi').assistant([${call('toolu_1')}]).user('next').build()`,
      sentence: 'tool_use toolu_1 needs its tool_result at the start of the next turn: use toolResults()',
      path: 'messages.1.content.0',
      at: preset,
    },
    {
      code: `${preset}.user('Hi').assistant([${call('toolu_1')}]).build()`,
      sentence: 'tool_use toolu_1 needs its tool_result at the start of the next turn: use toolResults()',
      path: 'messages.1.content.0',
      at: preset,
    },
    {
      code: `${preset}.messages([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [${call('toolu_1')}] }, { role: 'user', content: 'next' }]).build()`,
      sentence: 'tool_use toolu_1 needs its tool_result at the start of the next turn: use toolResults()',
      path: 'messages.1.content.0',
      at: 'content',
    },
    {
      code: `${preset}.user('Hi').assistant([${call('toolu_1')}, ${call('toolu_2')}]).toolResults([${result('toolu_1')}]).build()`,
      sentence: 'tool_use toolu_2 needs its tool_result at the start of the next turn: use toolResults()',
      path: 'messages.1.content.1',
      at: preset,
    },
    {
      code: `${preset}.user('Hi').assistant([${call('toolu_1')}, { type: 'text', text: 'Hm.' }, ${call('toolu_2')}]).user([${result('toolu_2')}]).user('And?').build()`,
      sentence: 'tool_use toolu_1 needs its tool_result at the start of the next turn: use toolResults()',
      path: 'messages.1.content.0',
      at: preset,
    },
    {
      code: `${preset}.user('Hi').assistant([${call('toolu_1')}, ${call('toolu_2')}]).user([${result('toolu_1')}, { type: 'text', text: 'And?' }]).build()`,
      sentence: 'tool_use toolu_2 needs its tool_result at the start of the next turn: use toolResults()',
      path: 'messages.1.content.1',
      at: '[',
    },
    {
      code: `${preset}.user('Hi').assistant([${call('toolu_1')}, ${call('toolu_2')}]).user([${result('toolu_1')}]).build()`,
      sentence: 'tool_use toolu_2 needs its tool_result at the start of the next turn: use toolResults()',
      path: 'messages.1.content.1',
      at: preset,
    },
    {
      code: `${preset}.user('Hi').assistant([${call('toolu_1')}, { type: 'text', text: 'Wait.' }]).user('next').build()`,
      sentence: 'tool_use toolu_1 needs its tool_result at the start of the next turn: use toolResults()',
      path: 'messages.1.content.0',
      at: preset,
    },
    {
      code: `${preset}.user('Hi').assistant([${call('toolu_1')}]).assistant('Wait.').user('next').build()`,
      sentence: 'tool_use toolu_1 needs its tool_result at the start of the next turn: use toolResults()',
      path: 'messages.1.content.0',
      at: preset,
    },
    {
      code: `${preset}.messages([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [${call('toolu_1')}] }, { role: 'assistant', content: 'Wait.' }, { role: 'user', content: 'next' }]).build()`,
      sentence: 'tool_use toolu_1 needs its tool_result at the start of the next turn: use toolResults()',
      path: 'messages.1.content.0',
      at: 'content',
    },
    {
      code: `${preset}.messages([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [${call('toolu_1')}, ${call('toolu_2')}] }, { role: 'user', content: [${result('toolu_1')}] }]).build()`,
      sentence: 'tool_use toolu_2 needs its tool_result at the start of the next turn: use toolResults()',
      path: 'messages.1.content.1',
      at: preset,
    },
    {
      code: `${preset}.user('Hi').assistant([${call('toolu_1')}]).toolResults([${result('toolu_2')}, ${result('toolu_1')}]).build()`,
      sentence: 'tool_result toolu_2 answers no tool_use of the turn before',
      path: 'messages.2.content.0',
      at: '[',
    },
    {
      code: `${preset}.user('Hi').assistant('Hello.').toolResults([${result('toolu_1')}]).build()`,
      sentence: 'tool_result toolu_1 answers no tool_use of the turn before',
      path: 'messages.2.content.0',
      at: '[',
    },
    {
      code: `${preset}.user('Hi').assistant([${call('toolu_1')}]).user([${result('toolu_1')}]).assistant('One.').user([${result('toolu_1')}]).build()`,
      sentence: 'tool_result toolu_1 answers no tool_use of the turn before',
      path: 'messages.4.content.0',
      at: '[',
    },
    {
      code: `${preset}.user('Hi').assistant([${call('toolu_1')}, ${call('toolu_2')}]).user([${result('toolu_1')}, { type: 'text', text: 'And' }, ${result('toolu_2')}]).build()`,
      sentence: 'a tool_result must come before all other content of its turn',
      path: 'messages.2.content.2',
    },
    {
      code: `${preset}.user('Hi').assistant([${call('toolu_1')}]).toolResults([${result('toolu_1')}, ${result('toolu_1')}]).build()`,
      sentence: 'tool_use toolu_1 takes one tool_result, not two',
      path: 'messages.2.content.1',
    },
    {
      code: `${preset}.user('Hi').assistant([${call('toolu_1')}, ${call('toolu_1')}]).toolResults([${result('toolu_1')}]).build()`,
      sentence: 'tool_use ids must be unique: toolu_1 is given twice',
      path: 'messages.1.content.1',
    },
    {
      code: `${preset}.user('Hi').assistant([{ type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {} }]).toolResults([${result('srvtoolu_1')}]).build()`,
      sentence: 'srvtoolu_1 is the call of a server tool, which takes no tool_result',
      path: 'messages.2.content.0',
    },
    {
      code: `${preset}.user('Hi').assistant([{ type: 'tool_use', id: 'toolu_1', name: 'key', toolset_name: 'computer', input: {} }]).toolResults([${result('toolu_1')}]).build()`,
      sentence: 'a tool_result must repeat the toolset_name of its tool_use',
      path: 'messages.2.content.0',
    },
  ]),
  ...refused('clear-at', [
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).messages([{ role: 'user', content: 'Hi' }, { role: 'system', clear_at: 'next_user_message', content: 'Be brief.', output_config: { effort: 'low' } }]).build()",
      sentence: 'a system message with clear_at takes no output_config: set it in a message of its own',
      path: 'messages.1.output_config',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).messages([{ role: 'user', content: 'Hi' }, { role: 'system', clear_at: 'next_user_message', content: [{ type: 'tool_removal', tool: { type: 'tool_reference', name: 'f' } }] }]).build()",
      sentence: 'a system message with clear_at takes text, not tool_removal',
      path: 'messages.1.content.0',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).messages([{ role: 'user', content: 'Hi' }, { role: 'system', clear_at: 'next_user_message', content: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }] }]).build()",
      sentence:
        'a system message with clear_at takes no cache_control: the API removes the message at the next turn',
      path: 'messages.1.content.0.cache_control',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).messages([{ role: 'user', content: 'Hi' }, { role: 'system', clear_at: 'next_user_message', content: 'Be brief.' }, { role: 'user', content: 'And?' }]).build()",
      sentence: 'a system message with clear_at must come after the message of the user, not before it',
      path: 'messages.1',
    },
  ]),
  ...refused('tool-references', [
    {
      code: `${preset}.user('Hi').assistant([{ type: 'server_tool_use', id: 'srvtoolu_1', name: 'tool_search_tool_regex', input: {} }, { type: 'tool_search_tool_result', tool_use_id: 'srvtoolu_1', content: { type: 'tool_search_tool_search_result', tool_references: [{ type: 'tool_reference', tool_name: 'gone' }] } }]).user('And?').build()`,
      sentence: 'tool_reference names gone, which is not among the tools',
      path: 'messages.1.content.1.content.tool_references.0.tool_name',
    },
    {
      code: `${preset}.tools({ name: 'find_tool', input_schema: { type: 'object' } }).user('Hi').assistant([${call('toolu_1')}]).toolResults([{ type: 'tool_result', tool_use_id: 'toolu_1', content: [{ type: 'tool_reference', tool_name: 'get_wether' }] }]).build()`,
      sentence: 'tool_reference names get_wether, which is not among the tools',
      path: 'messages.2.content.0.content.0.tool_name',
    },
  ]),
  ...refused('toolset-results', [
    {
      code: `${preset}.user('Hi').assistant([{ type: 'tool_use', id: 'toolu_1', name: 'navigate', toolset_name: 'browser', input: {} }]).toolResults([{ type: 'tool_result', tool_use_id: 'toolu_1', toolset_name: 'browser', content: [{ type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'x' } }] }]).build()`,
      sentence: 'the result of a toolset takes text and images, not document',
      path: 'messages.2.content.0.content.0',
    },
  ]),
  ...refused('paused-tools', [
    {
      code: `${preset}.user('Hi').assistant([{ type: 'tool_use', id: 'toolu_1', name: 'f', input: {}, caller: { type: 'code_execution_20260120', tool_id: 'srvtoolu_1' } }]).user([${result('toolu_1')}, { type: 'text', text: 'And?' }]).build()`,
      sentence: 'code waits for the results of its calls: send nothing but tool results',
      path: 'messages.2.content.1',
    },
    {
      code: `${preset}.user('Hi').assistant([{ type: 'tool_use', id: 'toolu_1', name: 'f', input: {}, caller: { type: 'code_execution_20260120', tool_id: 'srvtoolu_1' } }]).toolResults([{ type: 'tool_result', tool_use_id: 'toolu_1', content: [{ type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } }] }]).build()`,
      sentence: 'code reads the result of its call as text: send text blocks',
      path: 'messages.2.content.0.content.0',
    },
    {
      code: `${preset}.user('Hi').assistant([{ type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {} }, ${call('toolu_1')}]).user([${result('toolu_1')}]).user('And?').build()`,
      sentence: 'a server tool has not run yet: send only tool results',
      path: 'messages.3.content',
    },
    {
      code: `${preset}.user('Hi').assistant([{ type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {} }, ${call('toolu_1')}]).user([${result('toolu_1')}, { type: 'text', text: 'And?' }]).build()`,
      sentence: 'a server tool has not run yet: send only tool results',
      path: 'messages.2.content.1',
    },
  ]),
  ...refused('system-messages', [
    {
      code: `${preset}.messages([{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'Hi' }]).build()`,
      sentence: 'a system message cannot open the conversation: use system()',
      path: 'messages.0',
      at: 'role',
    },
    {
      code: `${preset}.messages([{ role: 'user', content: 'Hi' }, { role: 'system', content: 'Be brief.' }]).build()`,
      sentence: 'claude-haiku-4-5 takes no system message inside the conversation: use system()',
      path: 'messages.1',
      at: 'role',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).messages([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: 'Yes?' }, { role: 'system', content: 'Be brief.' }, { role: 'user', content: 'Go on.' }]).build()",
      sentence: 'a system message must come after a user turn or the result of a server tool',
      path: 'messages.2',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).messages([{ role: 'user', content: 'Hi' }, { role: 'system', content: 'Be brief.' }, { role: 'user', content: 'Go on.' }]).build()",
      sentence:
        'a system message must end the conversation or be followed by the assistant: move it after the user turn',
      path: 'messages.1',
    },
  ]),
];
