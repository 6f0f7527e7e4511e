import { beforeAll, describe, expect, test } from '@jest/globals';
import { compileSnippets, type Diagnostic, instantiations, objections } from '../support/compile.js';
import { typescriptVersions } from '../support/typescript-versions.js';

/** The names in scope of every snippet. */
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
// What zod-to-json-schema returns. Its types come from the package zod, which is not zod 3 here.
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

/** The same schema in five forms. */
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
      `AT-8.6 types the input of handlers and calls from a schema in ${library}`,
      `const t = tool({ name: 't', input: ${schema}, run(input) { is<Equal<typeof input, ${input}>>(); } });
       const b = ToolBuilder.create('b').input(${schema}).handler((input) => { is<Equal<typeof input, ${input}>>(); });
       const list = ToolList.of(t, b);
       list.callAll({ content: [], stop_reason: null }, { onToolCall(call) { if (call.name === 't') is<Equal<typeof call.input, ${input}>>(); } });`,
    ]),
  ),
  'narrows the input of a call by the name of the tool': `
    const message = await client.createMessage(preset.build());
    for (const call of message.toolUses) {
      is<Equal<typeof call.name, 'get_weather' | 'get_stock'>>();
      if (call.name === 'get_weather') is<Equal<typeof call.input, { city: string }>>();
      else is<Equal<typeof call.input, { symbol: string }>>();
    }`,
  'narrows a streamed tool input by the name of the tool': `
    for await (const part of client.createMessageStream(preset.build()).toolInputStream()) {
      if (part.name === 'get_weather') is<Equal<typeof part.input.city, string | undefined>>();
    }`,
  'types the turns of toolTurns() by the tools and by the option stream': `
    const turns = client.toolTurns(preset.build());
    for await (const { message } of turns) is<Equal<(typeof message.toolUses)[number]['name'], 'get_weather' | 'get_stock'>>();
    for await (const { stream } of client.toolTurns(preset.build(), { stream: true })) stream.textStream();
    for await (const { stream } of client.toolTurns(preset.stream(true).build())) stream.textStream();
    for await (const { message } of client.toolTurns(preset.stream(true).build(), { stream: false })) message.text;
    for await (const { stream } of client.toolTurns(preset.stream(true).build(), { maxTurns: 3 })) stream.textStream();
    for await (const { message } of client.toolTurns(preset.build(), {})) message.text;`,
  'types the turns of toolTurns() as a union when stream is a boolean': `
    const isStreamed = Boolean(process.env.STREAM);
    for await (const turn of client.toolTurns(preset.build(), { stream: isStreamed })) {
      if (turn.stream === undefined) turn.message.text;
      else turn.stream.textStream();
    }`,
  'accepts the name of a tool in toolChoice()': `preset.toolChoice({ type: 'tool', name: 'get_stock' });`,
  'types the calls of conditional tools': `
    const may = Boolean(process.env.MAY);
    const brief = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9);
    const either = await client.runTools(brief.tools(...(may ? [weather] : [stock])).user('Hi').build());
    for (const call of either.message.toolUses)
      if (call.name === 'get_weather') is<Equal<typeof call.input.city, string>>(); else is<Equal<typeof call.input, { symbol: string }>>();
    const maybe = await client.runTools(brief.tools(...(may ? [stock] : [])).user('Hi').build());
    for (const call of maybe.message.toolUses) is<Equal<typeof call.input.symbol, string>>();`,
  'accepts a ToolList in a request': `MessagesRequestBuilder.create('claude-haiku-4-5').tools(...ToolList.of(weather, stock));`,
  'accepts a factory that is generic in the name and the schema': `
    const audited = <const Name extends string, const Schema extends clust.ObjectSchema>(
      name: Name, schema: Schema, run: (input: clust.OutputOfSchema<Schema>) => unknown,
    ): clust.Tool<Name, InputOfSchema<Schema>> => tool({ name, input: schema, run: (input) => run(input) });
    const built = <const Name extends string, Schema extends z.ZodObject>(
      name: Name, schema: Schema, run: (input: clust.OutputOfSchema<Schema>) => unknown,
    ) => ToolBuilder.create(name).description('a tool').input(schema).handler((input) => run(input));
    const typed = <const Name extends string, Input>(name: Name, schema: z.ZodType<Input>, run: (input: Input) => unknown) =>
      tool({ name, input: schema, run });
    const schema = z.object({ city: z.string(), days: z.number().default(1) });
    const tools = [
      audited('a', schema, ({ days }) => is<Equal<typeof days, number>>()),
      audited('b', { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] }, ({ city }) => city),
      built('c', schema, ({ days }) => is<Equal<typeof days, number>>()),
      typed('d', schema, ({ days }) => is<Equal<typeof days, number>>()),
    ] as const;
    const run = await client.runTools(MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).tools(...tools).user('Hi').build());
    for (const call of run.message.toolUses) {
      is<Equal<typeof call.name, 'a' | 'b' | 'c' | 'd'>>();
      if (call.name === 'a' || call.name === 'c') is<Equal<typeof call.input, { city: string; days?: number | undefined }>>();
      if (call.name === 'b') is<Equal<typeof call.input, { city: string }>>();
    }`,
  'gives webSearch() in an object request the type of its newest version': `
    const request = clust.MessagesRequest.of({
      model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }],
      tools: [clust.webSearch(), clust.webFetch({ max_uses: 1 })],
    });
    is<Equal<clust.StateOf<typeof request>['tools'], {
      readonly web_search: clust.ServerToolUse<'web_search_20260318'>;
      readonly web_fetch: clust.ServerToolUse<'web_fetch_20260318'>;
    }>>();
    client.createMessage({
      model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], tools: [clust.webSearch()],
    });`,
  'accepts server tools in the tools option of a run': `
    declare const stored: clust.MessagesRequestBody;
    client.runTools(stored, { tools: [weather, clust.webSearch(), stock] });`,
  'accepts a handler that returns any value, or nothing': `
    interface Weather { readonly degrees: number }
    const schema = { type: 'object' } as const;
    tool({ name: 'a', input: schema, run: (): Weather => ({ degrees: 3 }) });
    tool({ name: 'b', input: schema, run: async () => [clust.text('a')] });
    tool({ name: 'c', input: schema, run() {} });`,
  'infers the type of a JSON Schema literal': `
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
  'types parsed by the schema of the output format': `
    const message = await client.createMessage(preset.outputFormat(z.object({ a: z.string().array() })).build());
    is<Equal<typeof message.parsed, { a: string[] }>>();
    const { safeParsed } = message;
    if (safeParsed.ok) is<Equal<typeof safeParsed.value, { a: string[] }>>(); else safeParsed.error.response.toolUses;`,
  'accepts fifty tools in one request': `
    const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).tools(${Array.from({ length: 50 }, (_, index) => `tool({ name: 't${index}', input: { type: 'object', properties: { a${index}: { type: 'string' } }, required: ['a${index}'] }, run: (i) => i.a${index} })`).join(',\n')}).user('Hi').build();
    const { toolUses } = await client.createMessage(request);
    for (const call of toolUses) if (call.name === 't42') is<Equal<typeof call.input, { a42: string }>>();`,
  'accepts fifty tools in one list': `ToolList.of(${Array.from({ length: 50 }, (_, index) => `tool({ name: 't${index}', input: { type: 'object', properties: { a${index}: { type: 'string' } } }, run: (i) => i.a${index} })`).join(',\n')});`,
};

const noJsonSchema = 'this schema has no JSON Schema output: give it one with withJsonSchema()';

const refused: readonly [name: string, code: string, sentence: string, at: string][] = [
  [
    'a tool choice that names an unknown tool',
    `preset.toolChoice({ type: 'tool', name: 'get_wether' });`,
    'tool_choice names get_wether, which is not among the tools',
    'name',
  ],
  [
    'a handler with another input type',
    `tool({ name: 'a', input: z.object({ city: z.string() }), run: ({ city }: { city: number }) => city });`,
    `is not assignable to type 'ToolHandler<{ city: string; }>'`,
    'run',
  ],
  [
    'access to a field that the input of a call does not have',
    `client.runTools(preset.build(), { onToolCall(call) { if (call.name === 'get_weather') call.input.symbol; } });`,
    `Property 'symbol' does not exist on type`,
    'symbol',
  ],
  [
    'two tools with the same name in a list',
    `ToolList.of(weather, stock, weather);`,
    'tool names must be unique: get_weather is given twice',
    'weather',
  ],
  [
    'two tools with the same name in a request',
    `preset.tools(weather);`,
    'tool names must be unique: get_weather is given twice',
    'weather',
  ],
  [
    'an invalid tool name',
    `ToolBuilder.create('get weather');`,
    'a tool name has 1 to 128 letters, digits, _ and -, not get weather',
    "'get weather'",
  ],
  [
    'handler() before input()',
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
    'a JSON Schema that is not an object',
    `tool({ name: 'a', input: { type: 'string' }, run() {} });`,
    `Type '"string"' is not assignable to type '"object"'`,
    'type',
  ],
  [
    'a schema without JSON Schema output in a tool',
    `tool({ name: 'a', input: v.object({ a: v.string() }), run() {} });`,
    noJsonSchema,
    'input',
  ],
  [
    'a schema without JSON Schema output in a builder',
    `ToolBuilder.create('a').input(v.object({ a: v.string() }));`,
    noJsonSchema,
    'v.object',
  ],
  [
    'a schema without JSON Schema output as an output format',
    `preset.outputFormat(v.object({ a: v.string() }));`,
    noJsonSchema,
    'v.object',
  ],
  ['a zod 3 schema in a tool', `tool({ name: 'a', input: zod3, run() {} });`, noJsonSchema, 'input'],
  [
    'a first argument of withJsonSchema() that is not a schema',
    `withJsonSchema({ type: 'object' }, { type: 'object' });`,
    `'type' does not exist in type 'SchemaWithoutOutput'`,
    'type',
  ],
  [
    'an input example that does not match the schema',
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

  test('300 requests with a typed tool each stay under 400000 instantiations', () => {
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
    // About a tenth of this cost makes every builder assignable to `MessagesRequestBuilder`: see `RefusalIfKnown`.
    expect(cost).toBeLessThan(400_000);
  });

  test('50 tools stay under 25000 instantiations in one list, and under 31000 in one request', () => {
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
