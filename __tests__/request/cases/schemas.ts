import { refused } from './refused-case.js';

const preset = "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi')";

/** A strict tool with these properties, all of them required. */
const strict = (properties: string, more = '') =>
  `${preset}.tools({ name: 'f', strict: true, input_schema: { type: 'object', properties: ${properties}, required: Object.keys(${properties}), additionalProperties: false${more} } }).build()`;
const many = (count: number, schema: string) =>
  `Object.fromEntries(Array.from({ length: ${count} }, (_, index) => ['p' + index, ${schema}]))`;

export const schemas = [
  ...refused('strict-schema', [
    ...[
      ['oneOf.0', "{ age: { oneOf: [{ type: 'integer', minimum: 0 }] } }"],
      ['prefixItems.0', "{ age: { type: 'array', prefixItems: [{ type: 'integer', minimum: 0 }] } }"],
      ['not', "{ age: { not: { type: 'integer', minimum: 0 } } }"],
    ].map(([at, properties = '']) => ({
      code: strict(properties),
      sentence: 'structured outputs take no minimum: say it in the description',
      path: `tools.0.input_schema.properties.age.${at}.minimum`,
    })),
    {
      code: strict("{ age: { $ref: '#/$defs/Age' } }", ", $defs: { Age: { type: 'integer', minimum: 0 } }"),
      sentence: 'structured outputs take no minimum: say it in the description',
      path: 'tools.0.input_schema.$defs.Age.minimum',
    },
    {
      code: strict("{ age: { type: 'integer', minimum: 0 } }"),
      sentence: 'structured outputs take no minimum: say it in the description',
      path: 'tools.0.input_schema.properties.age.minimum',
    },
    {
      code: strict("{ list: { type: 'array', items: { type: 'string', maxLength: 3 }, minItems: 2 } }"),
      sentence: 'structured outputs take no maxLength: say it in the description',
      path: 'tools.0.input_schema.properties.list.items.maxLength',
    },
    {
      code: strict("{ list: { type: 'array', items: { type: 'string' }, minItems: 2 } }"),
      sentence: 'structured outputs take no minItems: say it in the description',
      path: 'tools.0.input_schema.properties.list.minItems',
    },
    {
      code: strict("{ inner: { type: 'object', properties: {} } }"),
      sentence: 'structured outputs take closed objects: set additionalProperties to false',
      path: 'tools.0.input_schema.properties.inner',
    },
    {
      code: strict('{ anything: true }'),
      sentence: 'the schema must be an object',
      path: 'tools.0.input_schema.properties.anything',
    },
    {
      code: strict('{ choice: { enum: [{}] } }'),
      sentence: 'structured outputs take an enum of strings, numbers, booleans and null',
      path: 'tools.0.input_schema.properties.choice.enum',
    },
    {
      code: strict("{ other: { $ref: 'https://example.com/schema.json' } }"),
      sentence: 'structured outputs take no reference to another document',
      path: 'tools.0.input_schema.properties.other.$ref',
    },
    {
      code: strict(
        "{ node: { $ref: '#/$defs/Node' } }",
        ", $defs: { Node: { type: 'object', properties: { next: { anyOf: [{ $ref: '#/$defs/Node' }, { type: 'null' }] } }, required: ['next'], additionalProperties: false } }",
      ),
      sentence: 'structured outputs take no recursion: #/$defs/Node leads back to itself',
      path: 'tools.0.input_schema.$defs.Node.properties.next.anyOf.0.$ref',
    },
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], output_config: { format: { type: 'json_schema', schema: { type: 'object', properties: { age: { type: 'integer', maximum: 9 } }, additionalProperties: false } } } })",
      sentence: 'structured outputs take no maximum: say it in the description',
      path: 'output_config.format.schema.properties.age.maximum',
    },
  ]),
  ...refused('strict-limits', [
    {
      code: `${preset}.tools(...Array.from({ length: 21 }, (_, index) => ({ name: 'f' + index, strict: true, input_schema: { type: 'object', properties: {}, additionalProperties: false } }))).build()`,
      sentence: 'a request takes at most 20 strict tools, not 21',
      path: 'tools',
    },
    {
      code: `${preset}.tools({ name: 'f', strict: true, input_schema: { type: 'object', properties: ${many(25, "{ type: 'string' }")}, additionalProperties: false } }).build()`,
      sentence: 'a request takes at most 24 optional parameters in strict schemas, not 25',
      path: 'tools',
    },
    {
      code: `${preset}.tools({ name: 'f', strict: true, input_schema: { type: 'object', properties: ${many(17, "{ type: ['string', 'null'] }")}, additionalProperties: false } }).build()`,
      sentence: 'a request takes at most 16 parameters of several types in strict schemas, not 17',
      path: 'tools',
    },
  ]),
];
