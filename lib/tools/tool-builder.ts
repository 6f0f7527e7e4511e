import type { InputOfSchema, ObjectSchema, OutputOfSchema } from '../schema/schema.js';
import type { CacheTtl } from '../wire/cache-control.js';
import type { AllowedCaller } from '../wire/tools/tool-fields.js';
import { defineTool, type LegalName, type SendableSchema, type ToolDraft } from './define-tool.js';
import type { Tool, ToolHandler } from './tool.js';
import type { ToolWireOptions } from './tool-options.js';

/**
 * Builds a tool of your own, step by step. A builder is immutable: every method returns a new one.
 *
 * `Given` is the type of its schema, `unknown` before there is one.
 *
 * @example
 * ```ts
 * import { ToolBuilder } from 'clust';
 *
 * const weather = ToolBuilder.create('get_weather')
 *   .description('The weather in a city, now.')
 *   .input({ type: 'object', properties: { city: { type: 'string' } }, required: ['city'] })
 *   .handler(async ({ city }) => `It is 15 degrees in ${city}.`);
 * ```
 */
export class ToolBuilder<Name extends string, Given = unknown> {
  readonly #draft: Partial<ToolDraft> & Pick<ToolDraft, 'name' | 'wire'>;

  private constructor(draft: Partial<ToolDraft> & Pick<ToolDraft, 'name' | 'wire'>) {
    this.#draft = Object.freeze(draft);
    Object.freeze(this);
  }

  /** Starts a tool with this name: letters, digits, `_` and `-`, at most 128. */
  static create<const Name extends string>(name: LegalName<Name>): ToolBuilder<Name>;
  static create(name: string): ToolBuilder<string> {
    return new ToolBuilder({ name, wire: {} });
  }

  /** What the tool does, when to use it and what it returns. Sent as `description`. */
  description(description: string): ToolBuilder<Name, Given> {
    return this.#with({ description });
  }

  /** The input of the tool: a schema of zod 4, valibot or arktype, or a JSON Schema literal. Sent as `input_schema`. */
  input<const Next extends ObjectSchema>(schema: SendableSchema<Next>): ToolBuilder<Name, Next>;
  input(input: unknown): ToolBuilder<Name> {
    return this.#with({ input });
  }

  /** Makes the API enforce the schema of the input. Every object of the schema is sent closed. Sent as `strict`. */
  strict(strict = true): ToolBuilder<Name, Given> {
    return this.#wire({ strict });
  }

  /** Example inputs, checked with the schema. Sent as `input_examples`. */
  inputExamples(...input_examples: readonly InputOfSchema<Given>[]): ToolBuilder<Name, Given> {
    return this.#wire({ input_examples });
  }

  /** Streams the input while it is written, without validation. Sent as `eager_input_streaming`. */
  eagerInputStreaming(eager_input_streaming = true): ToolBuilder<Name, Given> {
    return this.#wire({ eager_input_streaming });
  }

  /** Leaves the tool out of the prompt until a tool search finds it. Sent as `defer_loading`. */
  deferLoading(defer_loading = true): ToolBuilder<Name, Given> {
    return this.#wire({ defer_loading });
  }

  /** Who may call the tool: the model itself, or code in the container. Sent as `allowed_callers`. */
  allowedCallers(...allowed_callers: readonly AllowedCaller[]): ToolBuilder<Name, Given> {
    return this.#wire({ allowed_callers });
  }

  /**
   * Caches the tools up to this one, for five minutes, or for an hour with `{ ttl: '1h' }`. Sent as `cache_control`.
   */
  cacheControl(control: { readonly ttl?: CacheTtl | undefined } = {}): ToolBuilder<Name, Given> {
    return this.#wire({ cache_control: { type: 'ephemeral', ...control } });
  }

  /**
   * Adds the handler and returns the tool.
   *
   * @throws {ValidationError} If the API would refuse the schema, with the path of each wrong keyword.
   */
  handler(
    this: [GivenInput<Given>] extends [never] ? 'handler() needs input()' : ToolBuilder<Name, Given>,
    handler: ToolHandler<OutputOfSchema<Given>>,
  ): Tool<Name, InputOfSchema<Given>>;
  handler(run: ToolHandler<never>): Tool {
    const { name, description, input, wire } = this.#draft;
    return defineTool({ name, description, input, wire, run });
  }

  #wire(options: ToolWireOptions<unknown>): ToolBuilder<Name, Given> {
    return this.#with({ wire: { ...this.#draft.wire, ...options } });
  }

  #with<Next = Given>(part: Partial<ToolDraft>): ToolBuilder<Name, Next> {
    return new ToolBuilder({ ...this.#draft, ...part });
  }
}

/** `never` before `input()`. A type parameter counts as a schema. */
type GivenInput<Given> = [Given] extends [object] ? 'a schema' : never;
