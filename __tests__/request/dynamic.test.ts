import { beforeAll, describe, expect, test } from '@jest/globals';
import { compileSnippets, type Diagnostic, objections } from '../support/compile.js';
import { typescriptVersions } from '../support/typescript-versions.js';

/** The names in scope of every snippet. */
const setting = `
import { type ClaudeModel, MessagesRequestBuilder } from 'clust';
export { ClaudeModel, type Client, MaxTokens, MessagesRequest, MessagesRequestBuilder, Temperature, toolResult } from 'clust';
export { type AssistantContentBlock, type EffortLevel, type MessageParam, type MessageResponse } from 'clust';
export { type ToolParam, type ToolResultBlockParam, type UserContentBlock } from 'clust';
export const preset = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096);
export declare const either: 'claude-haiku-4-5' | 'claude-opus-5';
export declare const model: ClaudeModel;
export declare const n: number;
export declare const s: string;
export declare const anything: any;
export declare const yes: boolean;
`;

/** Requests with values that the compiler does not know. It accepts them, and `build()` checks them. */
const accepted = [
  // A model from a configuration
  "MessagesRequestBuilder.create(either).maxTokens(64000).user('Hi').build()",
  "MessagesRequestBuilder.create(either).maxTokens(9).thinking('disabled').user('Hi').build()",
  "MessagesRequestBuilder.create(model).maxTokens(4096).user('Hi').build()",
  "MessagesRequestBuilder.create(model).maxTokens(MaxTokens.max(model)).user('Hi').build()",
  // Numbers that are not literals
  "preset.temperature(n).user('Hi').build()",
  "preset.temperature(Temperature.of(n as 0.5)).user('Hi').build()",
  "preset.thinking({ type: 'enabled', budget_tokens: n }).user('Hi').build()",
  "preset.maxTokens(MaxTokens.of('claude-haiku-4-5', n)).user('Hi').build()",
  "preset.maxTokens(yes ? 1024 : 2048).user('Hi').build()",
  // Other settings
  "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).effort(s as EffortLevel).user('Hi').build()",
  "preset.stream(yes).user('Hi').build()",
  "preset.user('Hi').tools({ name: 'f', input_schema: { type: 'object' } }).toolChoice(yes ? 'auto' : 'any').build()",
  "preset.user('Hi').tools({ name: s, input_schema: { type: 'object' } }).toolChoice({ type: 'tool', name: s }).build()",
  'preset.stopSequences(s, s).user(s).build()',
  // Lists from variables, readonly or not
  'declare const turns: readonly MessageParam[]; preset.messages(turns).build()',
  "const turns = [{ role: 'user', content: 'Hi' }] as const; preset.messages(turns).build()",
  "const turns = [{ role: 'user', content: 'Hi' }]; preset.messages(turns).build()",
  "declare const tools: readonly ToolParam[]; preset.user('Hi').tools(...tools).toolChoice({ type: 'tool', name: 'f' }).build()",
  "const tool = { name: 'f', input_schema: { type: 'object', required: [] } } as const; preset.user('Hi').tools(tool).build()",
  "const tool = { name: 'f', input_schema: { type: 'object' } }; preset.user('Hi').tools(tool).build()",
  'declare const blocks: readonly UserContentBlock[]; preset.user(blocks).build()',
  "declare const blocks: readonly AssistantContentBlock[]; preset.user('Hi').assistant(blocks).user('And?').build()",
  // A previous response
  "declare const answer: MessageResponse; preset.user('Hi').assistant(answer).user('And?').build()",
  "declare const answer: MessageResponse; preset.user('Hi').assistant(answer).toolResults(answer.toolUses.map((use) => toolResult(use, 'ok'))).build()",
  "preset.user('Hi').assistant([{ type: 'tool_use', id: s, name: 'f', input: {} }]).user([{ type: 'tool_result', tool_use_id: s }]).build()",
  // AT-5.1 Values of type any
  'preset.maxTokens(anything).temperature(anything).thinking(anything).user(anything).build()',
  "preset.user('Hi').tools(anything).toolChoice(anything).build()",
  // A preset that a function extends
  'function named<State>(builder: MessagesRequestBuilder<State>) { return builder.metadata({ user_id: s }); } named(preset).user(s).build()',
  'function ask<State>(builder: MessagesRequestBuilder<State>) { return builder.user(s); } ask(preset).build()',
  'function answered<State>(builder: MessagesRequestBuilder<State>, answer: MessageResponse, results: ToolResultBlockParam[]) { return builder.assistant(answer).toolResults(results); } answered',
  // A conditional chooses between two builders
  "const quiet = yes ? preset.thinking('disabled') : preset; quiet.user('Hi').build()",
  "(yes ? preset.user('Hi') : MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi')).build()",
  "const presets = { quick: preset, deep: MessagesRequestBuilder.create('claude-opus-5').maxTokens(9) }; presets[yes ? 'quick' : 'deep'].user(s).build()",
  "const armed = yes ? preset.tools({ name: 'f', input_schema: { type: 'object' } }) : preset; armed.user('Hi').build()",
  "declare const client: Client; client.createMessage((yes ? preset.user('Hi') : preset.user('Ho').stream(false)).build())",
  // A loop appends turns
  "let chat = preset.user('Hi'); for (const question of [s, s]) chat = chat.assistant('Yes?').user(question); chat.build()",
  // A stored request
  'MessagesRequest.parse(anything); MessagesRequest.problems(s)',
];

/** Requests that the compiler refuses. The sentence holds for every possible value, and says what to do instead. */
const refused: readonly (readonly [code: string, sentence: string])[] = [
  [
    'MessagesRequestBuilder.create(either).maxTokens(100_000)',
    'not every model of the union generates 100000 tokens: pin the model, or use MaxTokens.of(model, n)',
  ],
  [
    'MessagesRequestBuilder.create(model).maxTokens(5000)',
    'not every model of the union generates 5000 tokens: pin the model, or use MaxTokens.of(model, n)',
  ],
  [
    "MessagesRequestBuilder.create(either).effort('high')",
    'not every model of the union takes this: pin the model, or use dynamic()',
  ],
  [
    'MessagesRequestBuilder.create(either).temperature(0.5)',
    'not every model of the union takes this: pin the model, or use dynamic()',
  ],
  [
    "MessagesRequestBuilder.create(either).maxTokens(9).user('Hi').assistant('{').build()",
    'not every model of the union takes this: pin the model, or use dynamic()',
  ],
  ["(yes ? preset : preset.user('Hi')).build()", 'build() needs user()'],
  [
    "const { build } = preset.user('Hi'); build()",
    "The 'this' context of type 'void' is not assignable to method's 'this'",
  ],
  ['preset.maxTokens(n)', 'a number that is known only at run time goes through MaxTokens.of(model, n)'],
  [
    'declare const unknown: unknown; preset.maxTokens(unknown as number)',
    'a number that is known only at run time goes through MaxTokens.of(model, n)',
  ],
  ['preset.maxTokens(yes ? 1024 : 200_000)', 'claude-haiku-4-5 generates at most 64000 tokens, not 200000'],
  [
    "preset.maxTokens(MaxTokens.of('claude-opus-5', 9))",
    'this MaxTokens was made for claude-opus-5: make one with MaxTokens.of(model, n) for the model of the request',
  ],
  [
    "preset.thinking({ type: 'enabled', budget_tokens: yes ? 2048 : 8192 })",
    'thinking budget 8192 must be below max_tokens 4096',
  ],
  [
    "MessagesRequestBuilder.create('claude-opus-4-6').effort(yes ? 'low' : 'xhigh')",
    'claude-opus-4-6 does not take effort xhigh',
  ],
];

describe.each(typescriptVersions)(
  'TypeScript %s, given values that are known only at run time,',
  (version) => {
    let found: Map<string, readonly Diagnostic[]>;
    beforeAll(() => {
      const codes = [...accepted, ...refused.map(([code]) => code)];
      found = compileSnippets(
        version,
        codes.map((code) => ({ name: code, code: `${code};\nexport {};` })),
        setting,
      );
    }, 60_000);

    test.each(accepted)('accepts %s', (code) => {
      expect(objections(found.get(code))).toEqual([]);
    });

    test.each(refused)('refuses %s', (code, sentence) => {
      expect(found.get(code)?.[0]?.message).toContain(sentence);
    });
  },
);
