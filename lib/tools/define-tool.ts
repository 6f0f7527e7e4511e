import { ValidationError } from '../errors/validation-error.js';
import type { ToolName } from '../request/rules/tool-name.js';
import type { InputOfSchema, ObjectSchema, OutputOfSchema, RefusedSchema } from '../schema/schema.js';
import type { Because } from '../wire/because.js';
import type { CustomTool } from '../wire/tools/custom-tool.js';
import { createTool } from './create-tool.js';
import { assertExamples, toInputSchema } from './input-schema.js';
import type { Tool, ToolHandler } from './tool.js';
import type { ToolWireOptions } from './tool-options.js';

/** A literal name that the API accepts, or the sentence that refuses it. A type parameter is accepted. */
export type LegalName<Name extends string> = [Unresolved<Name>] extends [never]
  ? [ToolName<Name>] extends [never]
    ? Name
    : ToolName<Name>
  : Name;

/** A schema that the API accepts, or the sentence that refuses it. A type parameter is accepted. */
export type SendableSchema<Given> = [Unresolved<Given>] extends [never]
  ? [RefusedSchema<Given>] extends [never]
    ? Given
    : RefusedSchema<Given>
  : Given;

/** Not `never` for a type parameter: the compiler then ignores the branch that refuses. */
type Unresolved<Given> = [unknown] extends [Given] ? 'a type parameter' : never;

/** The options of `tool()`: the parts of the tool, and its wire options. */
export interface ToolDefinitionOptions<Name extends string, Given>
  extends ToolWireOptions<InputOfSchema<NoInfer<Given>>>,
    ForeignToolOptions {
  /** Letters, digits, `_` and `-`, at most 128. */
  readonly name: LegalName<Name>;
  /**
   * What the tool does, when to use it and what it returns. The model uses a tool better if its description is
   * detailed.
   */
  readonly description?: string | undefined;
  /** A schema of zod 4, valibot or arktype, or a JSON Schema literal. It must describe an object. */
  readonly input: SendableSchema<Given>;
  readonly run: ToolHandler<OutputOfSchema<NoInfer<Given>>>;
}

/**
 * Defines a tool of your own: its description for the model, and its handler.
 *
 * Sends `{"name", "description", "input_schema"}` and these wire options, if they are set: `strict`, `input_examples`,
 * `eager_input_streaming`, `defer_loading`, `allowed_callers`, `cache_control`. With `strict` every object of the
 * schema is closed (`"additionalProperties": false`).
 *
 * The schema checks the input before `run` receives it. For a JSON Schema literal, clust checks types, required and
 * closed properties, `enum`, `const` and combinations, but not bounds and patterns.
 *
 * @throws {ValidationError} If the API would refuse the schema: it is not an object, or, with `strict`, has a keyword
 * that is not supported. Each problem has its path.
 *
 * @example
 * ```ts
 * import { tool } from 'clust';
 *
 * const weather = tool({
 *   name: 'get_weather',
 *   description: 'The weather in a city, now.',
 *   input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
 *   run: ({ city }) => `It is 15 degrees in ${city}.`,
 * });
 * ```
 */
export function tool<const Name extends string, const Given extends ObjectSchema>(
  options: ToolDefinitionOptions<Name, Given>,
): Tool<Name, InputOfSchema<Given>>;
export function tool(options: ToolDefinitionOptions<string, unknown>): Tool {
  const problems = Object.entries(FOREIGN_OPTIONS).flatMap(([foreign, ours]) =>
    foreign in options ? [{ path: foreign, rule: 'tool-option', message: foreignOption(foreign, ours) }] : [],
  );
  if (problems.length > 0) throw new ValidationError(problems);
  const { name, description, input, run, ...wire } = options;
  return defineTool({ name, description, input, wire, run });
}

/** The names of these options in other libraries. */
const FOREIGN_OPTIONS = {
  execute: 'run',
  handler: 'run',
  parameters: 'input',
  inputSchema: 'input',
  input_schema: 'input',
} as const;

const foreignOption = <Foreign extends string, Ours extends string>(foreign: Foreign, ours: Ours) =>
  `a tool has no option ${foreign}: write ${ours}` as const;

/** The same options for the compiler, so that it prints which name to use. */
interface ForeignToolOptions {
  /** @deprecated Write `run`. */
  readonly execute?: Because<ReturnType<typeof foreignOption<'execute', 'run'>>>;
  /** @deprecated Write `run`. */
  readonly handler?: Because<ReturnType<typeof foreignOption<'handler', 'run'>>>;
  /** @deprecated Write `input`. */
  readonly parameters?: Because<ReturnType<typeof foreignOption<'parameters', 'input'>>>;
  /** @deprecated Write `input`. */
  readonly inputSchema?: Because<ReturnType<typeof foreignOption<'inputSchema', 'input'>>>;
  /** @deprecated Write `input`. */
  readonly input_schema?: Because<ReturnType<typeof foreignOption<'input_schema', 'input'>>>;
}

/** The options without literal types. */
export interface ToolDraft {
  readonly name: string;
  readonly description: string | undefined;
  readonly input: unknown;
  readonly wire: ToolWireOptions<unknown>;
  readonly run: ToolHandler<never>;
}

/** @internal */
export function defineTool({ name, description, input, wire, run }: ToolDraft): Tool {
  const input_schema = toInputSchema(input, name, wire.strict === true);
  assertExamples(input, wire.input_examples ?? []);
  // The examples were checked with the schema, so they are objects.
  const definition = { name, description, input_schema, ...wire } as CustomTool;
  return createTool({
    name,
    definition,
    description,
    inputSchema: input_schema,
    schema: input,
    handler: run,
  });
}
