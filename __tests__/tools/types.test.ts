import { beforeAll, describe, expect, test } from '@jest/globals';
import { compileSnippets, type Diagnostic, instantiations, objections } from '../support/compile.js';
import { typescriptVersions } from '../support/typescript-versions.js';

/** What every snippet finds in scope. */
const setting = `
import { Client, MessagesRequestBuilder, tool, ToolBuilder } from 'clust';
import { z } from 'zod';
import { z as z3 } from 'zod-3';
export * as clust from 'clust';
export { tool, ToolBuilder, ToolList, MessagesRequestBuilder, withJsonSchema, type InputOfSchema } from 'clust';
export { toStandardJsonSchema } from '@valibot/to-json-schema';
export { type } from 'arktype';
export * as v from 'valibot';
export { z } from 'zod';
// As zod-to-json-schema gives it. Its types are of the zod that is installed as zod, which is another here.
export declare const converted: object;
export const zod3 = z3.object({ city: z3.string(), unit: z3.enum(['c', 'f']).optional(), days: z3.array(z3.object({ n: z3.number() })) });
export type Equal<L, R> = (<T>() => T extends L ? 1 : 2) extends <T>() => T extends R ? 1 : 2 ? true : false;
export const is = <_ extends true>() => {};
export declare const client: Client;
export const weather = tool({
  name: 'get_weather',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: ({ city }) => city,
});
export const stock = ToolBuilder.create('get_stock').input(z.object({ symbol: z.string() })).handler(({ symbol }) => symbol);
export const preset = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024).tools(weather, stock).user('Hi');
`;

/** The same tool, in the five ways in which a schema can be given. */
const schemas = {
  'zod 4': `z.object({ city: z.string(), unit: z.enum(['c', 'f']).optional(), days: z.array(z.object({ n: z.number() })) })`,
  'zod 3': `withJsonSchema(zod3, converted)`,
  valibot: `toStandardJsonSchema(v.object({ city: v.string(), unit: v.optional(v.picklist(['c', 'f'])), days: v.array(v.object({ n: v.number() })) }))`,
  arktype: `type({ city: 'string', 'unit?': "'c' | 'f'", days: type({ n: 'number' }).array() })`,
  'JSON Schema': `{ type: 'object', properties: { city: { type: 'string' }, unit: { enum: ['c', 'f'] }, days: { type: 'array', items: { type: 'object', properties: { n: { type: 'number' } }, required: ['n'] } } }, required: ['city', 'days'] }`,
};
const input = `{ city: string; unit?: 'c' | 'f' | undefined; days: { n: number }[] }`;

const accepted: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(schemas).map(([library, schema]) => [
      `AT-8.6 a tool typed by ${library} gives its handler, and its calls, the same input`,
      `const t = tool({ name: 't', input: ${schema}, run(input) { is<Equal<typeof input, ${input}>>(); } });
       const b = ToolBuilder.create('b').input(${schema}).handler((input) => { is<Equal<typeof input, ${input}>>(); });
       const list = ToolList.of(t, b);
       list.callAll({ content: [], stop_reason: null }, { onToolCall(call) { if (call.name === 't') is<Equal<typeof call.input, ${input}>>(); } });`,
    ]),
  ),
  'a call is narrowed by its name': `
    const message = await client.createMessage(preset.build());
    for (const call of message.toolUses) {
      is<Equal<typeof call.name, 'get_weather' | 'get_stock'>>();
      if (call.name === 'get_weather') is<Equal<typeof call.input, { city: string }>>();
      else is<Equal<typeof call.input, { symbol: string }>>();
    }`,
  'a part of a streamed input is narrowed by its name': `
    for await (const part of client.createMessageStream(preset.build()).toolInputStream()) {
      if (part.name === 'get_weather') is<Equal<typeof part.input.city, string | undefined>>();
    }`,
  'a run knows its tools, turn by turn': `
    const turns = client.toolTurns(preset.build());
    for await (const { message } of turns) is<Equal<(typeof message.toolUses)[number]['name'], 'get_weather' | 'get_stock'>>();
    for await (const { stream } of client.toolTurns(preset.build(), { stream: true })) stream.textStream();
    for await (const { stream } of client.toolTurns(preset.stream(true).build())) stream.textStream();
    for await (const { message } of client.toolTurns(preset.stream(true).build(), { stream: false })) message.text;
    for await (const { stream } of client.toolTurns(preset.stream(true).build(), { maxTurns: 3 })) stream.textStream();
    for await (const { message } of client.toolTurns(preset.build(), {})) message.text;`,
  'a run that streams or not, as only the run time knows, gives turns of either kind': `
    const isStreamed = Boolean(process.env.STREAM);
    for await (const turn of client.toolTurns(preset.build(), { stream: isStreamed })) {
      if (turn.stream === undefined) turn.message.text;
      else turn.stream.textStream();
    }`,
  'tool choice knows the names of tools': `preset.toolChoice({ type: 'tool', name: 'get_stock' });`,
  'tools that depend on something are known, each of them': `
    const may = Boolean(process.env.MAY);
    const brief = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9);
    const either = await client.runTools(brief.tools(...(may ? [weather] : [stock])).user('Hi').build());
    for (const call of either.message.toolUses)
      if (call.name === 'get_weather') is<Equal<typeof call.input.city, string>>(); else is<Equal<typeof call.input, { symbol: string }>>();
    const maybe = await client.runTools(brief.tools(...(may ? [stock] : [])).user('Hi').build());
    for (const call of maybe.message.toolUses) is<Equal<typeof call.input.symbol, string>>();`,
  'a list of tools is given to a request': `MessagesRequestBuilder.create('claude-haiku-4-5').tools(...ToolList.of(weather, stock));`,
  'a handler may return any value, or nothing': `
    interface Weather { readonly degrees: number }
    const schema = { type: 'object' } as const;
    tool({ name: 'a', input: schema, run: (): Weather => ({ degrees: 3 }) });
    tool({ name: 'b', input: schema, run: async () => [clust.text('a')] });
    tool({ name: 'c', input: schema, run() {} });`,
  'a JSON Schema literal says its type': `
    is<Equal<InputOfSchema<{ readonly type: readonly ['string', 'null'] }>, string | null>>();
    is<Equal<InputOfSchema<{ readonly const: 3 }>, 3>>();
    is<Equal<InputOfSchema<{ readonly anyOf: readonly [{ readonly type: 'string' }, { readonly type: 'integer' }] }>, string | number>>();
    is<Equal<InputOfSchema<{ readonly type: 'array'; readonly items: { readonly $ref: '#/$defs/A' }; readonly $defs: { readonly A: { readonly type: 'boolean' } } }>, boolean[]>>();
    is<Equal<InputOfSchema<{ readonly type: 'object'; readonly additionalProperties: { readonly type: 'number' } }>, { [name: string]: number }>>();
    is<Equal<InputOfSchema<{ readonly type: 'object'; readonly properties: { readonly a: { readonly type: 'string' }; readonly b: { readonly enum: readonly [1, 2] } }; readonly required: readonly ['a', 'b', 'c'] }>, { a: string; b: 1 | 2 }>>();
    is<Equal<InputOfSchema<{ readonly type: readonly ['array', 'object'] }>, unknown[] | { [name: string]: unknown }>>();
    is<Equal<InputOfSchema<{ readonly type: 'string'; readonly enum: readonly ['a', 'b'] }>, 'a' | 'b'>>();
    is<Equal<InputOfSchema<clust.JsonSchema>, unknown>>();
    is<Equal<InputOfSchema<{}>, unknown>>();`,
  'parsed is what the schema says': `
    const message = await client.createMessage(preset.outputFormat(z.object({ a: z.string().array() })).build());
    is<Equal<typeof message.parsed, { a: string[] }>>();
    const { safeParsed } = message;
    if (safeParsed.ok) is<Equal<typeof safeParsed.value, { a: string[] }>>(); else safeParsed.error.response.toolUses;`,
  'fifty tools in one request': `
    const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).tools(${Array.from({ length: 50 }, (_, index) => `tool({ name: 't${index}', input: { type: 'object', properties: { a${index}: { type: 'string' } }, required: ['a${index}'] }, run: (i) => i.a${index} })`).join(',\n')}).user('Hi').build();
    const { toolUses } = await client.createMessage(request);
    for (const call of toolUses) if (call.name === 't42') is<Equal<typeof call.input, { a42: string }>>();`,
  'fifty tools in one list': `ToolList.of(${Array.from({ length: 50 }, (_, index) => `tool({ name: 't${index}', input: { type: 'object', properties: { a${index}: { type: 'string' } } }, run: (i) => i.a${index} })`).join(',\n')});`,
};

const unsendable = 'this schema has no JSON Schema output: give it one with withJsonSchema()';

const refused: readonly [name: string, code: string, sentence: string, at: string][] = [
  [
    'a name that no tool has',
    `preset.toolChoice({ type: 'tool', name: 'get_wether' });`,
    'tool_choice names get_wether, which is not among the tools',
    'name',
  ],
  [
    'a handler of another input',
    `tool({ name: 'a', input: z.object({ city: z.string() }), run: ({ city }: { city: number }) => city });`,
    `is not assignable to type 'ToolHandler<{ city: string; }>'`,
    'run',
  ],
  [
    'an input that a call does not have',
    `client.runTools(preset.build(), { onToolCall(call) { if (call.name === 'get_weather') call.input.symbol; } });`,
    `Property 'symbol' does not exist on type`,
    'symbol',
  ],
  [
    'two tools of one name in a list',
    `ToolList.of(weather, stock, weather);`,
    'tool names must be unique: get_weather is given twice',
    'weather',
  ],
  [
    'two tools of one name in a request',
    `preset.tools(weather);`,
    'tool names must be unique: get_weather is given twice',
    'weather',
  ],
  [
    'a name that the API does not take',
    `ToolBuilder.create('get weather');`,
    'a tool name has 1 to 128 letters, digits, _ and -, not get weather',
    "'get weather'",
  ],
  [
    'a handler before the input',
    `ToolBuilder.create('a').description('b').handler(() => 'c');`,
    'handler() needs input()',
    `ToolBuilder.create('a').description('b')`,
  ],
  [
    'a tool without a handler',
    `tool({ name: 'a', input: { type: 'object' } });`,
    `Property 'run' is missing`,
    '{',
  ],
  [
    'a JSON Schema that is no object',
    `tool({ name: 'a', input: { type: 'string' }, run() {} });`,
    `Type '"string"' is not assignable to type '"object"'`,
    'type',
  ],
  [
    'a schema without JSON Schema, in a tool',
    `tool({ name: 'a', input: v.object({ a: v.string() }), run() {} });`,
    unsendable,
    'input',
  ],
  [
    'a schema without JSON Schema, in a builder',
    `ToolBuilder.create('a').input(v.object({ a: v.string() }));`,
    unsendable,
    'v.object',
  ],
  [
    'a schema without JSON Schema, for the output',
    `preset.outputFormat(v.object({ a: v.string() }));`,
    unsendable,
    'v.object',
  ],
  [
    'a schema of zod 3, which has no JSON Schema, in a tool',
    `tool({ name: 'a', input: zod3, run() {} });`,
    unsendable,
    'input',
  ],
  [
    'what is no schema, with a JSON Schema',
    `withJsonSchema({ type: 'object' }, { type: 'object' });`,
    `'type' does not exist in type 'SchemaWithoutOutput'`,
    'type',
  ],
  [
    'an example that does not fit',
    `tool({ name: 'a', input: z.object({ city: z.string() }), input_examples: [{ city: 3 }], run() {} });`,
    `Type 'number' is not assignable to type 'string'`,
    'city',
  ],
];

describe.each(typescriptVersions)('TypeScript %s', (version) => {
  let found: Map<string, readonly Diagnostic[]>;
  beforeAll(() => {
    const snippets = [
      ...Object.entries(accepted),
      ...refused.map(([name, code]) => [name, code] as const),
    ].map(([name, code]) => ({ name, code: `${code}\n` }));
    found = compileSnippets(version, snippets, setting);
  }, 120_000);

  test.each(Object.keys(accepted))('%s', (name) => {
    expect(objections(found.get(name))).toEqual([]);
  });

  test.each(refused)('refuses %s', (name, _, sentence, at) => {
    const [first] = found.get(name) ?? [];
    expect([first?.message, ...(first?.details ?? [])].join('\n')).toContain(sentence);
    expect(first?.underlined.startsWith(at)).toBe(true);
  });
});

describe('the cost of types', () => {
  const lines = (count: number, line: (index: number) => string) =>
    `import { MessagesRequestBuilder, tool, ToolList } from 'clust';\n${Array.from({ length: count }, (_, index) => line(index)).join('\n')}`;

  test('300 requests, each with a typed tool of its own, cost no more than 300 requests', () => {
    const cost = instantiations(
      lines(
        300,
        (index) =>
          `export const r${index} = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(${4096 + index})
            .tools(tool({ name: 'tool_${index}', description: 'Tool ${index}', input: { type: 'object', properties: { city_${index}: { type: 'string' } }, required: ['city_${index}'] }, run: (i) => i.city_${index} }))
            .toolChoice('auto').user('Question ${index}').build();`,
      ),
    );
    process.stdout.write(`300 requests with a typed tool each: ${cost} instantiations\n`);
    // A tenth of this cost makes every builder assignable to the plain one: see `RefusalIfKnown`.
    expect(cost).toBeLessThan(400_000);
  });

  test('50 tools in one list, or in one request, cost little more than 50 tools', () => {
    const tools = Array.from(
      { length: 50 },
      (_, index) =>
        `tool({ name: 't${index}', input: { type: 'object', properties: { a${index}: { type: 'string' } } }, run: (i) => i.a${index} })`,
    );
    const alone = instantiations(lines(50, (index) => `export const t${index} = ${tools[index]};`));
    const listed = instantiations(lines(1, () => `export const list = ToolList.of(${tools.join(',\n')});`));
    const requested = instantiations(
      lines(
        1,
        () =>
          `export const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).tools(${tools.join(',\n')}).user('Hi').build();`,
      ),
    );
    process.stdout.write(
      `50 tools: ${alone} instantiations, in one list ${listed}, in one request ${requested}\n`,
    );
    expect(listed).toBeLessThan(25_000);
    expect(requested).toBeLessThan(31_000);
  });
});
