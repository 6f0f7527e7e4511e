import { isObject } from '../base/is-object.js';
import { sentBack } from '../content/sent-back.js';
import { type Problem, ValidationError } from '../errors/validation-error.js';
import { rulesOf } from '../models/lookup.js';
import { idOf, type Model, specOf } from '../models/model.js';
import type { ModelRules } from '../models/model-spec.js';
import { toOutputSchema } from '../schema/output-schema.js';
import { fieldOrder } from './body-fields.js';
import type { CachePlan } from './cache-plan.js';
import type { CreateOptions } from './create-options.js';
import type { Draft, DraftBody } from './draft/draft.js';
import { draftProblems } from './draft-problems.js';
import { freezeJson } from './freeze.js';
import { definitionOf, isMadeTool } from './made-tool.js';
import type { MessagesRequest } from './messages-request.js';
import { wholeFormat } from './parameters/output-format.js';
import { hasMeta, metaOf, type RequestMeta } from './request-meta.js';
import { sealRequest } from './seal-request.js';
import { unknownFields } from './shape.js';
import { appendTurn, listOfTurns, type Turns } from './turns.js';
import { writtenBody } from './written-body.js';

/** The state of a builder. */
interface BuilderProps extends RequestMeta {
  /** `undefined` for an unknown model, which `unknownModel: 'keep'` allows. */
  readonly spec: ModelRules | undefined;
  /** Deeply frozen, in the order of the calls, without the conversation. */
  readonly body: Omit<DraftBody, 'messages'>;
  readonly turns?: Turns | undefined;
  /** Fields that no rule examines. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** Creates a builder. Its type is given in `messages-request-builder.ts`. */
export function createBuilder(model: Model, { unknownModel }: CreateOptions = {}): Builder {
  const spec = unknownModel === 'keep' && typeof model === 'string' ? rulesOf(model) : specOf(model);
  return new Builder({ spec, body: { model: idOf(model) }, betas: [], tools: [], extra: {} });
}

/**
 * Creates a builder that continues from a request, with what its JSON does not contain (betas, tools with handlers, an
 * output schema), or from a body.
 *
 * @throws {ValidationError} For a field or a model of an unchecked body that this release does not know.
 */
export function createBuilderFrom(given: object, meta = hasMeta(given) ? metaOf(given) : undefined): Builder {
  const { body, tools, models } = writtenBody(given);
  const { messages, ...fields } = freezeJson(body) as DraftBody;
  if (meta === undefined) {
    const problems = unknownFields(fields);
    if (problems.length > 0) throw new ValidationError(problems);
    meta = { betas: [], tools, spec: specOf(models[0] ?? (fields.model as Model)) };
  }
  return new Builder({
    ...meta,
    spec: meta.spec,
    body: fields,
    turns: messages as Turns | undefined,
    extra: {},
  });
}

/** What the JSON of a builder does not contain: betas, tools with handlers, the rules of its model. */
export function metaOfBuilder(builder: object): RequestMeta {
  return Builder.metaOf(builder);
}

/**
 * The implementation of `MessagesRequestBuilder`. It collects fields and checks nothing before `build()`.
 *
 * Every argument is copied and frozen at once, so the caller may change its own.
 */
export class Builder {
  readonly #props: BuilderProps;

  constructor(props: BuilderProps) {
    this.#props = props;
    Object.freeze(this);
  }

  static metaOf(builder: object): RequestMeta {
    return #props in builder ? builder.#props : metaOf(builder);
  }

  model(model: Model): Builder {
    return this.#with({ spec: specOf(model), body: { ...this.#props.body, model: idOf(model) } });
  }
  maxTokens(max_tokens: number): Builder {
    return this.#set('max_tokens', max_tokens);
  }
  system(content: unknown): Builder {
    return this.#set('system', asContent(content));
  }
  user(content: unknown): Builder {
    return this.#append({ role: 'user', content: asContent(content) });
  }
  assistant(content: unknown): Builder {
    return this.#append({
      role: 'assistant',
      content: asContent(isAnswer(content) ? sentBack(content.content) : content),
    });
  }
  toolResults(results: readonly unknown[]): Builder {
    return this.user(results);
  }
  messages(messages: readonly unknown[]): Builder {
    return this.#with({ turns: freezeJson(messages) as Turns });
  }
  temperature(temperature: number): Builder {
    return this.#set('temperature', temperature);
  }
  topP(top_p: number): Builder {
    return this.#set('top_p', top_p);
  }
  topK(top_k: number): Builder {
    return this.#set('top_k', top_k);
  }
  stopSequences(...stop_sequences: string[]): Builder {
    return this.#set('stop_sequences', stop_sequences);
  }
  metadata(metadata: unknown): Builder {
    return this.#set('metadata', metadata);
  }
  thinking(thinking: unknown): Builder {
    return this.#set('thinking', asObject(thinking));
  }
  effort(effort: unknown): Builder {
    return this.#set('output_config', { ...this.#props.body.output_config, effort });
  }
  outputFormat(output: unknown): Builder {
    if (isObject(output) && /^json_(schema|object)$/.test(`${output.type}`)) {
      const problem = { path: 'output_config.format', rule: 'output-format', message: wholeFormat };
      throw new ValidationError([problem]);
    }
    const format = { type: 'json_schema', schema: toOutputSchema(output).schema };
    return this.#set('output_config', { ...this.#props.body.output_config, format }).#with({ output });
  }
  tools(...tools: unknown[]): Builder {
    const grown = this.#set('tools', [...(this.#props.body.tools ?? []), ...tools.map(definitionOf)]);
    return grown.#with({ tools: [...this.#props.tools, ...tools.filter(isMadeTool)] });
  }
  toolChoice(choice: unknown): Builder {
    return this.#set('tool_choice', asObject(choice));
  }
  cacheControl(control: object = {}): Builder {
    return this.#set('cache_control', { type: 'ephemeral', ...control });
  }
  cache(cache: CachePlan): Builder {
    return this.#with({ cache });
  }
  container(container: unknown): Builder {
    return this.#set('container', container);
  }
  inferenceGeo(inference_geo: string): Builder {
    return this.#set('inference_geo', inference_geo);
  }
  serviceTier(service_tier: string): Builder {
    return this.#set('service_tier', service_tier);
  }
  speed(speed: string): Builder {
    return this.#set('speed', speed);
  }
  fallbacks(...models: (Model | object)[]): Builder {
    const [first]: readonly unknown[] = models;
    if (models.length < 2 && (first === undefined || first === 'default'))
      return this.#set('fallbacks', first);
    return this.#set(
      'fallbacks',
      models.map((model) => (isEntry(model) ? model : { model: idOf(model) })),
    );
  }
  stream(stream: boolean): Builder {
    return this.#set('stream', stream);
  }
  mcpServers(...servers: unknown[]): Builder {
    return this.#set('mcp_servers', [...(this.#props.body.mcp_servers ?? []), ...servers]);
  }
  contextManagement(context_management: unknown): Builder {
    return this.#set('context_management', context_management);
  }
  diagnostics(diagnostics: unknown): Builder {
    return this.#set('diagnostics', diagnostics);
  }
  betas(...betas: string[]): Builder {
    return this.#with({ betas: [...new Set([...this.#props.betas, ...betas])] });
  }
  when<Value>(value: Value, step: (builder: Builder, value: NonNullable<Value>) => Builder): Builder {
    return value === undefined || value === null || value === false ? this : step(this, value);
  }
  dynamic(): Builder {
    return this;
  }
  extraBody(fields: Readonly<Record<string, unknown>>): Builder {
    return this.#with({ extra: freezeJson({ ...this.#props.extra, ...fields }) });
  }

  problems(): readonly Problem[] {
    return draftProblems(this.#draft());
  }
  build(): MessagesRequest {
    const draft = this.#draft();
    const problems = draftProblems(draft);
    if (problems.length > 0) throw new ValidationError(problems);
    const { betas, tools, output, cache, extra } = this.#props;
    return sealRequest(draft, { betas, tools, output, cache }, extra);
  }
  toJSON(): DraftBody {
    return { ...this.#draft().body, ...this.#props.extra };
  }

  #set(field: Exclude<keyof DraftBody, 'messages'>, value: unknown): Builder {
    const { spec, body, turns, betas, tools, output, cache, extra } = this.#props;
    const grown = { ...body, [field]: freezeJson(value) };
    return new Builder({ spec, body: grown, turns, betas, tools, output, cache, extra });
  }

  #append(turn: object): Builder {
    const { spec, body, turns, betas, tools, output, cache, extra } = this.#props;
    return new Builder({ spec, body, turns: appendTurn(turns, turn), betas, tools, output, cache, extra });
  }

  #with(props: Partial<BuilderProps>): Builder {
    return new Builder({ ...this.#props, ...props });
  }

  /**
   * The fields in a fixed order, whatever the order of the calls: equal requests have equal bytes, and the cache hits.
   */
  #draft(): Draft {
    const { spec, betas, turns } = this.#props;
    const body: DraftBody = { ...this.#props.body, ...(turns && { messages: listOfTurns(turns) }) };
    const ordered: Record<string, unknown> = {};
    // A request that the builder continues from may have fields that are newer than this release.
    for (const field of new Set([...fieldOrder, ...Object.keys(body)])) {
      const value = body[field as keyof DraftBody];
      if (value !== undefined) ordered[field] = value;
    }
    return { spec, betas, body: ordered };
  }
}

/** Text and lists are sent as they are, one block as a list of one. */
function asContent(content: unknown): unknown {
  return typeof content === 'string' || Array.isArray(content) ? content : [content];
}

/** Expands the short form of a choice, which is its type. */
function asObject(choice: unknown): unknown {
  return typeof choice === 'string' ? { type: choice } : choice;
}

/** A fallback in the form that is sent, not a model. */
function isEntry(model: Model | object): model is object {
  return isObject(model) && 'model' in model;
}

/** Whether the content is an earlier answer, from any copy of the package. */
function isAnswer(content: unknown): content is { readonly content: readonly unknown[] } {
  return typeof content === 'object' && content !== null && 'role' in content && 'content' in content;
}
