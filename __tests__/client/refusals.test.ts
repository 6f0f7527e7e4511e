import { beforeAll, describe, expect, test } from '@jest/globals';
import { compileSnippets, type Diagnostic, objections } from '../support/compile.js';
import { typescriptVersions } from '../support/typescript-versions.js';

const head = `
import { ApiKey, AuthToken, Client, ClientBuilder, MessagesRequestBuilder, StreamOption, Version } from 'clust';
const key = ApiKey.of('test');
const client = Client.fromApiKey(key);
const older = ClientBuilder.create().apiKey(key).version(Version.V2023_06_01).build();
const draft = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64).user('Hello!');
const plain = { model: 'claude-haiku-4-5', max_tokens: 64, messages: [{ role: 'user', content: 'Hello!' }] } as const;
`;

const STREAMED = 'a request with stream: true goes to createMessageStream()';
const WHOLE = 'a request with stream: false goes to createMessage()';
const SAMPLING =
  'API version 2026-10-21 takes no temperature, top_p or top_k: remove them, or build the client with Version.V2023_06_01';
const LIMIT = 'claude-haiku-4-5 generates at most 64000 tokens, not 5000000';
const FIELD = 'a request has no field temprature';
const LIST = 'a request is an object with a model and messages, not a list';
const BUILDER = 'a request is an object with a model: end its builder with build()';
const CITATIONS = 'API version 2026-10-21 takes no citations on text of the user: remove them';
const cited =
  "{ type: 'text', text: 'Hi', citations: [{ type: 'char_location', cited_text: 'H', document_index: 0, document_title: null, start_char_index: 0, end_char_index: 1 }] }";
const NONE = 'build() needs a credential: call apiKey(), authToken() or fromEnv()';
const SEVERAL = 'build() takes one credential: call only one of apiKey(), authToken() and fromEnv()';

const MADE = 'a client comes from Client.fromEnv(), Client.fromApiKey(key) or ClientBuilder.create()';
const GATE = "onToolCall must return 'approve', 'deny', { deny }, { input }, { result } or nothing";

/** Code that does not compile, the sentence, and the beginning of the underlined part. */
const refused = [
  ['new Client();', MADE, 'new Client()'],
  ['client.runTools(draft.build(), { onToolCall: () => false });', GATE, 'onToolCall'],
  ['client.createMessage(draft.stream(true).build());', STREAMED, 'draft.stream(true).build()'],
  ['client.createMessage(draft.stream(StreamOption.ReturnStream).build());', STREAMED, 'draft.stream'],
  ['client.createMessage({ ...plain, stream: true });', STREAMED, 'stream'],
  ['client.createMessage({ ...plain, max_tokens: 5_000_000 });', LIMIT, 'max_tokens'],
  ['client.createMessageStream({ ...plain, max_tokens: 5_000_000 });', LIMIT, 'max_tokens'],
  ['client.runTools({ ...plain, max_tokens: 5_000_000 });', LIMIT, 'max_tokens'],
  ['client.toolTurns({ ...plain, max_tokens: 5_000_000 });', LIMIT, 'max_tokens'],
  ['client.countTokens({ ...plain, max_tokens: 5_000_000 });', LIMIT, 'max_tokens'],
  ['client.createMessage({ ...draft.build(), max_tokens: 5_000_000 });', LIMIT, 'max_tokens'],
  ['client.createMessage({ ...plain, temprature: 1 });', FIELD, 'temprature'],
  ['client.createMessage({ ...draft.build(), temprature: 1 });', FIELD, 'temprature'],
  ['client.createMessage([draft.build()]);', LIST, '[draft.build()]'],
  ['client.createMessage([{ role: "user", content: "Hello!" }]);', LIST, '[{ role'],
  ['client.createMessage("Hello!");', BUILDER, '"Hello!"'],
  ['client.createMessage(draft);', BUILDER, 'draft'],
  ['client.createMessageStream(draft);', BUILDER, 'draft'],
  ['client.runTools(draft);', BUILDER, 'draft'],
  ['client.toolTurns(draft);', BUILDER, 'draft'],
  ['client.createMessageStream(draft.stream(false).build());', WHOLE, 'draft.stream(false).build()'],
  ['client.createMessageStream({ ...plain, stream: false });', WHOLE, 'stream'],
  ['client.createMessage(draft.temperature(0.5).build());', SAMPLING, 'draft.temperature(0.5).build()'],
  ['client.createMessage(draft.topP(0.5).build());', SAMPLING, 'draft.topP'],
  ['client.createMessageStream(draft.topK(5).build());', SAMPLING, 'draft.topK'],
  ['client.createMessage({ ...plain, temperature: 1 });', SAMPLING, 'temperature'],
  ['client.createMessage({ ...draft.build(), temperature: 1 });', SAMPLING, 'temperature'],
  ['client.createMessageStream({ ...plain, top_k: 5 });', SAMPLING, 'top_k'],
  [
    `client.createMessage({ ...plain, messages: [{ role: 'user', content: [${cited}] }] });`,
    CITATIONS,
    'messages',
  ],
  [
    'older.with({ version: Version.V2026_10_21 }).createMessage(draft.topK(5).build());',
    SAMPLING,
    'draft.topK',
  ],
  [`client.createMessage(draft.user([${cited}]).build());`, CITATIONS, 'draft.user('],
  [
    `client.createMessage(draft.messages([{ role: 'user', content: [${cited}] }]).build());`,
    CITATIONS,
    'draft.messages(',
  ],
  ['ClientBuilder.create().build();', NONE, 'ClientBuilder.create()'],
  ['ClientBuilder.create().version(Version.V2023_06_01).betas("b").build();', NONE, 'ClientBuilder.create()'],
  ['ClientBuilder.create().apiKey(key).authToken("t").build();', SEVERAL, 'ClientBuilder.create()'],
  ['ClientBuilder.create().fromEnv().apiKey(key).build();', SEVERAL, 'ClientBuilder.create()'],
] as const;

/** Code that does not compile, without a sentence of clust. */
const wrong = [
  'const newest: Client = older;',
  'client.createMessage({ ...plain, messages: [{ role: "usr", content: "Hello!" }] });',
  'ClientBuilder.create().apiKey(AuthToken.of("t"));',
  'ClientBuilder.create().version("2024-01-01");',
  'function send(builder: ClientBuilder<"2026-10-21", "apiKey">) { return builder; } send(ClientBuilder.create());',
  'function send(builder: ClientBuilder<"2026-10-21", "apiKey">) { return builder; } send(ClientBuilder.create().apiKey(key).fromEnv());',
];

const accepted = [
  'client.createMessage(draft.build()); client.createMessageStream(draft.build());',
  'client.createMessage(draft.stream(false).build()); client.createMessageStream(draft.stream(true).build());',
  'older.createMessage(draft.temperature(0.5).build()); older.createMessageStream(draft.topP(1).build());',
  'client.with({ version: Version.V2023_06_01 }).createMessage(draft.temperature(0.5).build());',
  `older.createMessage(draft.user([${cited}]).build());`,
  'const same: Client<"2026-10-21"> = client.with({ timeout: { total: 5 } });',
  'const any: Client<Version> = older; const rest: readonly Client<Version>[] = [client, older];',
  'client.createMessage(plain); client.createMessageStream(plain); client.runTools(plain); client.toolTurns(plain); client.countTokens(plain);',
  'older.createMessage({ ...plain, temperature: 0.5 }); client.createMessage({ ...draft.build(), max_tokens: 17 });',
  'declare const id: string, limit: number, body: import("clust").MessagesRequestBody, turns: import("clust").MessageParam[]; client.createMessage(body); client.createMessage({ model: id, max_tokens: limit, messages: turns });',
  'client.createMessage(JSON.parse("{}"));',
  `import { MessagesRequest } from 'clust';
   const parsed = MessagesRequest.parse(plain); client.createMessage(parsed); client.createMessageStream(parsed);`,
  'ClientBuilder.create().apiKey(key).apiKey(key).build(); ClientBuilder.create().authToken(AuthToken.of("t")).build();',
  'ClientBuilder.create().fromEnv().fetch(fetch).fetch((url, init) => fetch(url, init), { a: 1 }).logger(console).build();',
  'ClientBuilder.create().fromEnv().fetch((url: string, init?: RequestInit) => fetch(url, init)).build();',
  `import type { Middleware } from 'clust';
   const trace: Middleware = async (request, next) => { const response = await next(request); return response; };
   ClientBuilder.create().fromEnv().use(trace).hooks({ onRetry: async ({ error }) => { throw error; } }).build();`,
  `const message = await client.createMessage(draft.build()); const text: string = message.text;
   const status: number = message.http.status;`,
  `interface Skills { readonly data: readonly string[] }
   const skills = await client.raw<Skills>('GET', '/v1/skills'); const id: string | undefined = skills.http.requestId;`,
];

describe.each(typescriptVersions)('TypeScript %s', (version) => {
  let found: Map<string, readonly Diagnostic[]>;
  beforeAll(() => {
    const codes = [...refused.map(([code]) => code), ...wrong, ...accepted];
    found = compileSnippets(
      version,
      codes.map((code) => ({ name: code, code: `${head}${code}\nexport {};` })),
    );
  }, 120_000);

  test.each(refused)('rejects with a sentence: %s', (code, sentence, underlined) => {
    const [diagnostic, ...more] = found.get(code) ?? [];
    expect(more).toEqual([]);
    expect(diagnostic?.message).toContain(`"${sentence}"`);
    expect(diagnostic?.underlined.startsWith(underlined)).toBe(true);
  });

  test.each(wrong)('rejects %s', (code) => {
    expect(found.get(code)).not.toEqual([]);
  });

  test.each(accepted)('accepts %s', (code) => {
    expect(objections(found.get(code))).toEqual([]);
  });
});
