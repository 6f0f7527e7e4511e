import { isObject } from '../base/is-object.js';
import type { MessageResponse } from '../content/message-response.js';
import { sentBack } from '../content/sent-back.js';
import { sumUsage } from '../content/sum-usage.js';
import { ValidationError } from '../errors/validation-error.js';
import { cost } from '../models/cost/cost.js';
import type { Cost } from '../models/cost/parts.js';
import { sumCosts } from '../models/cost/sum-costs.js';
import { rulesOf } from '../models/lookup.js';
import { metaOfBuilder } from '../request/builder.js';
import { MessagesRequest } from '../request/messages-request.js';
import { MessagesRequestBuilder, resumeBuilder } from '../request/messages-request-builder.js';
import { withMeta } from '../request/request-meta.js';
import type { ToolResultBlockParam } from '../wire/blocks/tool-result-block.js';
import type { UserContentBlock } from '../wire/blocks/user-content.js';
import type { MessageBody } from '../wire/message-body.js';
import type { MessageParam } from '../wire/message-param.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { StateOf } from '../wire/typed-request.js';
import type { Usage } from '../wire/usage.js';
import { conversationMark } from './is-conversation.js';
import { readSaved, type SavedConversation } from './saved-conversation.js';
import { summaryIn } from './summary.js';
import { applySteps, type Dropped, type KeptRounds, trimSteps } from './trim.js';

/** The model and the usage of an answer. */
export type AnswerUsage = Pick<MessageBody, 'model' | 'usage'>;

/** A user turn: text, a block, or blocks. */
export type TurnContent = string | UserContentBlock | readonly UserContentBlock[];

/** How much of a conversation `trimTo()` keeps. */
export interface TrimOptions {
  /** The token limit of the request: system prompt, tools and messages together. */
  readonly tokens: number;
  readonly keep?: KeptRounds | undefined;
}

/** The same, with exact token counts. */
export interface CountedTrimOptions<State> extends TrimOptions {
  /** Counts the tokens of a request: `(request) => client.countTokens(request)`. */
  readonly count: (request: MessagesRequest<State>) => Promise<{ readonly input_tokens: number }>;
}

/** A shorter conversation, and what was removed. */
export interface TrimmedConversation<State> {
  readonly conversation: Conversation<State>;
  readonly dropped: readonly Dropped[];
}

/** The state of a builder or a request; the union of the states of several. */
export type EachState<From> =
  From extends MessagesRequestBuilder<infer State, unknown> ? State : StateOf<From>;

/**
 * A conversation as an immutable value: a builder and the turns so far. Every method returns a new conversation.
 * Thinking, signatures and unknown blocks are sent back unchanged.
 *
 * @example
 * ```ts
 * import { Client, Conversation, MessagesRequestBuilder } from 'clust';
 *
 * const client = Client.fromEnv();
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024);
 *
 * let conversation = Conversation.of(preset).user('Where is the capital of France?');
 * conversation = conversation.add(await client.createMessage(conversation.request()));
 * conversation = conversation.user('And of Italy?');
 * const message = await client.createMessage(conversation.request());
 * console.log(message.text, conversation.add(message).usage?.output_tokens);
 * ```
 */
export class Conversation<State = unknown> {
  /**
   * Distinguishes a conversation from a request, without loading this file. The constructor sets it: a bundler keeps a
   * class with a computed field in programs that never use it.
   */
  declare readonly [conversationMark]: true;
  /** The builder is a `MessagesRequestBuilder<State>`. The calls made at run time do not change this type. */
  readonly #builder: MessagesRequestBuilder;
  readonly #answers: readonly AnswerUsage[];

  private constructor(builder: MessagesRequestBuilder, answers: readonly AnswerUsage[]) {
    this[conversationMark] = true;
    this.#builder = builder;
    this.#answers = answers;
  }

  /** Starts a conversation from a preset, or continues that of a request. */
  static of<State, Turn>(from: MessagesRequestBuilder<State, Turn>): Conversation<State>;
  static of<State>(from: MessagesRequest<State>): Conversation<State>;
  // One of several presets, whose states are different.
  static of<From extends MessagesRequestBuilder | MessagesRequest>(from: From): Conversation<EachState<From>>;
  static of(from: MessagesRequestBuilder | MessagesRequest): Conversation {
    return new Conversation('build' in from ? from : MessagesRequestBuilder.from(from), []);
  }

  /**
   * Restores a conversation that was stored with `JSON.stringify()`. JSON contains no tool handlers and no schemas:
   * pass the preset that the conversation started with as `from`, and the stored turns are added to it.
   *
   * @throws {ValidationError} If the JSON is not a conversation, or its requests break a rule.
   */
  static parse(json: unknown): Conversation;
  static parse<State, Turn>(
    json: unknown,
    options: { readonly from: MessagesRequestBuilder<State, Turn> },
  ): Conversation<State>;
  static parse<From extends MessagesRequestBuilder>(
    json: unknown,
    options: { readonly from: From },
  ): Conversation<EachState<From>>;
  static parse(
    json: unknown,
    { from }: { readonly from?: MessagesRequestBuilder | undefined } = {},
  ): Conversation {
    const { request, betas, answers } = readSaved(json);
    const builder = from ? from.messages(request.messages) : builderOf(request, betas);
    const conversation = new Conversation(builder, answers);
    conversation.#assertSent(from);
    return conversation;
  }

  /** Every turn so far. */
  get messages(): readonly MessageParam[] {
    return this.#builder.toJSON().messages ?? [];
  }

  /** The summed tokens of all answers; `undefined` before the first. */
  get usage(): Usage | undefined {
    return this.#answers.map(({ usage }) => usage).reduce<Usage | undefined>(sumUsage, undefined);
  }

  /** The cost of all answers, at the list prices of the API, or at those of a model of `defineModel({price})`. */
  get cost(): Cost {
    const { betas, spec } = metaOfBuilder(this.#builder);
    const request = withMeta(this.toJSON().request, { betas, tools: [], spec });
    return sumCosts(this.#answers.map((answer) => cost(answer, { request })));
  }

  /** Adds a user turn: text, a block, or blocks. */
  user(content: TurnContent): Conversation<State> {
    return this.#with(this.#builder.user(content));
  }

  /**
   * Adds an answer, as `message.toMessage()` returns it. An answer without content, such as some refusals, adds its
   * usage and no turn. The answer to a request with `compaction` replaces all turns by its summary, as the API
   * requires; a failed summary changes nothing.
   */
  add(message: MessageResponse | MessageBody): Conversation<State> {
    const { model, usage, content } = message;
    const answers = [...this.#answers, { model, usage }];
    const summary = summaryIn(content);
    if (content.length === 0 || summary?.content === null)
      return new Conversation<State>(this.#builder, answers);
    const turn = { role: 'assistant', content: sentBack(content) } as MessageParam;
    const messages = summary ? [turn] : [...this.messages, turn];
    return new Conversation<State>(this.#builder.messages(messages), answers);
  }

  /** Adds the results of the last answer's calls. */
  results(results: readonly ToolResultBlockParam[]): Conversation<State> {
    return this.#with(this.#builder.toolResults(results));
  }

  /**
   * Returns the request for the next answer.
   *
   * @throws {ValidationError} With every problem, such as calls without results, or a last turn that is not the user's.
   */
  request(): MessagesRequest<State> {
    // The turns that were added since `of()` are not part of the state's type.
    return this.#builder.build() as MessagesRequest<State>;
  }

  /**
   * Returns the conversation without its oldest parts, so that a request has at most `tokens` tokens. Images are
   * dropped first, then whole rounds. A round is a user turn and all that follows it up to the next one, so a call is
   * never separated from its result. `keep` says which first and last rounds stay; if these alone are too long, so is
   * the result. Nothing is dropped for models that check the prefix of thinking while the results of their calls are
   * due.
   *
   * Tokens are estimated, one per four characters; with `count` they are counted, in a few calls.
   */
  trimTo(options: CountedTrimOptions<State>): Promise<TrimmedConversation<State>>;
  trimTo(options: TrimOptions): TrimmedConversation<State>;
  trimTo({
    tokens,
    keep = {},
    count,
  }: TrimOptions & { readonly count?: CountedTrimOptions<State>['count'] }):
    | TrimmedConversation<State>
    | Promise<TrimmedConversation<State>> {
    const { messages } = this;
    const model = String(this.#builder.toJSON().model);
    const steps = trimSteps(messages, keep, model);
    const after = (length: number) => {
      const trimmed = applySteps(messages, steps.slice(0, length), model);
      const conversation = length === 0 ? this : this.#with(this.#builder.messages(trimmed.messages));
      return { conversation, dropped: trimmed.dropped };
    };
    if (count) {
      return smallestThat(steps.length, async (length) => {
        const { input_tokens } = await count(after(length).conversation.request());
        return input_tokens <= tokens;
      }).then(after);
    }
    const fits = (length: number) => estimateTokens(after(length).conversation.toJSON().request) <= tokens;
    let length = 0;
    while (length < steps.length && !fits(length)) length += 1;
    return after(length);
  }

  /**
   * The JSON to store: the request so far, its betas, and the usage of the answers. It contains no key and no handler.
   */
  toJSON(): SavedConversation {
    return {
      format: 'clust.conversation',
      version: 1,
      request: this.#builder.toJSON() as SavedConversation['request'],
      betas: metaOfBuilder(this.#builder).betas,
      answers: this.#answers,
    };
  }

  /** @internal The conversation after a run, with these turns and this usage. */
  after(messages: readonly MessageParam[], answers: readonly AnswerUsage[]): Conversation<State> {
    return new Conversation<State>(this.#builder.messages(messages), [...this.#answers, ...answers]);
  }

  #with(builder: MessagesRequestBuilder): Conversation<State> {
    return new Conversation<State>(builder, this.#answers);
  }

  /** Checks the request that was sent last: everything up to the last user turn. */
  #assertSent(from: MessagesRequestBuilder | undefined): void {
    const { messages } = this;
    const sent = messages.findLastIndex(({ role }) => role === 'user');
    if (sent < 0) return;
    const builder = this.#builder.messages(messages.slice(0, sent + 1));
    // The rules of a preset's own model are not in its JSON.
    const problems = from ? builder.problems() : MessagesRequest.problems(builder.toJSON());
    if (problems.length > 0) throw new ValidationError(problems);
  }
}

function builderOf(body: MessagesRequestBody, betas: readonly string[]): MessagesRequestBuilder {
  const meta = { betas, tools: [], spec: rulesOf(body.model) };
  return resumeBuilder(body, meta);
}

/**
 * A binary search: the smallest number up to `most` for which `holds` is true; `most` if there is none. If it holds for
 * a number, it must hold for all larger ones.
 */
async function smallestThat(most: number, holds: (length: number) => Promise<boolean>): Promise<number> {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The tokens of an image of any size: the API scales larger images down to about this. */
const TOKENS_PER_IMAGE = 1_600;

/** Estimates the tokens of some JSON: one per four characters of text, and a fixed number for each image. */
function estimateTokens(value: unknown): number {
  if (typeof value === 'string') return Math.ceil(value.length / 4);
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + estimateTokens(item), 0);
  if (!isObject(value)) return 1;
  if (value.type === 'image') return TOKENS_PER_IMAGE;
  return Object.entries(value).reduce(
    (sum, [name, field]) => sum + name.length / 4 + estimateTokens(field),
    1,
  );
}
