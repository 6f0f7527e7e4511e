import { ValidationError } from '../errors/validation-error.js';
import type { ToolName } from '../request/rules/tool-name.js';
import type { InputOfSchema, ObjectSchema, OutputOfSchema, RefusedSchema } from '../schema/schema.js';
import type { Because } from '../wire/because.js';
import type { CustomTool } from '../wire/tools/custom-tool.js';
import { createTool } from './create-tool.js';
import { assertExamples, toInputSchema } from './input-schema.js';
import type { Tool, ToolHandler } from './tool.js';
import type { ToolWireOptions } from './tool-options.js';

/** A literal name that the API takes, or the sentence that refuses it. */
export type LegalName<Name extends string> = [ToolName<Name>] extends [never] ? Name : ToolName<Name>;

/** A schema that can be sent, or the sentence that refuses it. */
export type SendableSchema<Given> = [RefusedSchema<Given>] extends [never] ? Given : RefusedSchema<Given>;

/** What `tool()` takes: the parts of the tool, and the wire options beside them. */
export interface ToolDefinitionOptions<Name extends string, Given>
  extends ToolWireOptions<InputOfSchema<NoInfer<Given>>>,
    ForeignToolOptions {
  /** Letters, digits, `_` and `-`, at most 128. */
  readonly name: LegalName<Name>;
  /** What the tool does, when to use it and what it gives: the more it says, the better it is used. */
  readonly description?: string | undefined;
  /** A schema of zod 4, valibot or arktype, or a JSON Schema literal; of an object. */
  readonly input: SendableSchema<Given>;
  readonly run: ToolHandler<OutputOfSchema<NoInfer<Given>>>;
}

/**
 * A tool of your own: what the model is told about it, and what it does.
 *
 * Sends `{"name", "description", "input_schema"}` and the wire options that are given: `strict`, `input_examples`,
 * `eager_input_streaming`, `defer_loading`, `allowed_callers`, `cache_control`. With `strict` every object of the
 * schema is sent closed (`"additionalProperties": false`).
 *
 * The input is checked by the schema before `run` sees it. Of a JSON Schema literal the types, the required and closed
 * properties, `enum`, `const` and the combinations are checked, bounds and patterns are not.
 *
 * @throws ValidationError for a schema that the API refuses: not an object, or, with `strict`, with a keyword it does
 * not take; each with its path.
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
  const problems = Object.entries(FOREIGN).flatMap(([foreign, ours]) =>
    foreign in options ? [{ path: foreign, rule: 'tool-option', message: foreignOption(foreign, ours) }] : [],
  );
  if (problems.length > 0) throw new ValidationError(problems);
  const { name, description, input, run, ...wire } = options;
  return defineTool({ name, description, input, wire, run });
}

/** What other libraries call the options of a tool. */
const FOREIGN = {
  execute: 'run',
  handler: 'run',
  parameters: 'input',
  inputSchema: 'input',
  input_schema: 'input',
} as const;

const foreignOption = <Foreign extends string, Ours extends string>(foreign: Foreign, ours: Ours) =>
  `a tool has no option ${foreign}: write ${ours}` as const;

/** The same options for the compiler, so that it tells what to write instead. */
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

/** The same for values that are no literals. */
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
  // The examples fit the schema, so they are objects.
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
