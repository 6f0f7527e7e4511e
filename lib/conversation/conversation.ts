import { isObject } from '../base/is-object.js';
import type { MessageResponse } from '../content/message-response.js';
import { sentBack } from '../content/sent-back.js';
import { sumUsage } from '../content/sum-usage.js';
import { ValidationError } from '../errors/validation-error.js';
import { cost } from '../models/cost/cost.js';
import type { Cost } from '../models/cost/parts.js';
import { sumCosts } from '../models/cost/sum-costs.js';
import { rulesOf } from '../models/lookup.js';
import { betasOfBuilder } from '../request/builder.js';
import { MessagesRequest } from '../request/messages-request.js';
import { MessagesRequestBuilder, resumeBuilder } from '../request/messages-request-builder.js';
import type { ToolResultBlockParam } from '../wire/blocks/tool-result-block.js';
import type { UserContentBlock } from '../wire/blocks/user-content.js';
import type { MessageBody } from '../wire/message-body.js';
import type { MessageParam } from '../wire/message-param.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { Usage } from '../wire/usage.js';
import { conversationMark } from './is-conversation.js';
import { readSaved, type SavedConversation } from './saved-conversation.js';
import { summaryIn } from './summary.js';
import { applySteps, type Dropped, type KeptRounds, trimSteps } from './trim.js';

/** What is known of an answer of the conversation: who gave it, and what it used. */
export type AnswerUsage = Pick<MessageBody, 'model' | 'usage'>;

/** What the user says: text, a block, or blocks. */
export type TurnContent = string | UserContentBlock | readonly UserContentBlock[];

/** How far a conversation is cut back. */
export interface TrimOptions {
  /** What the request may have at most: system prompt, tools and messages together. */
  readonly tokens: number;
  readonly keep?: KeptRounds | undefined;
}

/** The same by the real count. */
export interface CountedTrimOptions<State> extends TrimOptions {
  /** Counts the tokens of a request: `(request) => client.countTokens(request)`. */
  readonly count: (request: MessagesRequest<State>) => Promise<{ readonly input_tokens: number }>;
}

/** A shorter conversation, and what went. */
export interface TrimmedConversation<State> {
  readonly conversation: Conversation<State>;
  readonly dropped: readonly Dropped[];
}

/**
 * A conversation as a value: a builder and the turns so far. It never changes; every method gives another one. Thinking,
 * signatures and unknown blocks go back as they came.
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
  /** Tells a conversation from a request, without loading this file. */
  readonly [conversationMark] = true;
  /** The builder is a `MessagesRequestBuilder<State>`; steps that the run time decides lead to no other type. */
  readonly #builder: MessagesRequestBuilder;
  readonly #answers: readonly AnswerUsage[];

  private constructor(builder: MessagesRequestBuilder, answers: readonly AnswerUsage[]) {
    this.#builder = builder;
    this.#answers = answers;
  }

  /** A conversation that starts from a preset, or goes on from a request. */
  static of<State, Turn>(from: MessagesRequestBuilder<State, Turn>): Conversation<State>;
  static of<State>(from: MessagesRequest<State>): Conversation<State>;
  static of(from: MessagesRequestBuilder | MessagesRequest): Conversation {
    return new Conversation('build' in from ? from : MessagesRequestBuilder.from(from), []);
  }

  /**
   * A conversation that was stored by `JSON.stringify()`. Handlers of tools and schemas are not in JSON: give the preset that the
   * conversation began with as `from`, and the turns are put behind it.
   *
   * @throws {ValidationError} For JSON that is no conversation, or one whose requests break a rule.
   */
  static parse(json: unknown): Conversation;
  static parse<State, Turn>(
    json: unknown,
    options: { readonly from: MessagesRequestBuilder<State, Turn> },
  ): Conversation<State>;
  static parse(
    json: unknown,
    { from }: { readonly from?: MessagesRequestBuilder | undefined } = {},
  ): Conversation {
    const { request, betas, answers } = readSaved(json);
    const builder = from ? from.messages(request.messages) : builderOf(request, betas);
    const conversation = new Conversation(builder, answers);
    conversation.#assertSent();
    return conversation;
  }

  /** Every turn so far. */
  get messages(): readonly MessageParam[] {
    return this.#builder.toJSON().messages ?? [];
  }

  /** The tokens of all answers, summed; `undefined` before the first. */
  get usage(): Usage | undefined {
    return this.#answers.map(({ usage }) => usage).reduce<Usage | undefined>(sumUsage, undefined);
  }

  /** What all answers cost, by the list prices of the API. */
  get cost(): Cost {
    return sumCosts(this.#answers.map((answer) => cost(answer)));
  }

  /** The user says something: text, a block, or blocks. */
  user(content: TurnContent): Conversation<State> {
    return this.#with(this.#builder.user(content));
  }

  /**
   * Adds an answer as `message.toMessage()` gives it. An answer without content, such as a refusal, adds no turn; its usage
   * counts. The answer to a request with `compaction` replaces all turns by its summary, as the API demands; a summary that
   * failed changes nothing.
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

  /** The results of the calls of the last answer. */
  results(results: readonly ToolResultBlockParam[]): Conversation<State> {
    return this.#with(this.#builder.toolResults(results));
  }

  /**
   * The request that asks for the next answer.
   *
   * @throws {ValidationError} With every problem: calls without results, or that it is not the user's turn.
   */
  request(): MessagesRequest<State> {
    // The steps since `of()` have added turns, which are not in the state.
    return this.#builder.build() as MessagesRequest<State>;
  }

  /**
   * The conversation without its oldest parts, so that a request has at most so many tokens: images first, then whole
   * rounds. A round is what the user says and all that follows, so a call is never parted from its result. The first and
   * the last rounds stay, as `keep` says; if they alone are too long, the result is too. Of a model that checks the prefix of
   * thinking nothing is dropped while its calls are answered.
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
      return fewest(steps.length, async (length) => {
        const { input_tokens } = await count(after(length).conversation.request());
        return input_tokens <= tokens;
      }).then(after);
    }
    const fits = (length: number) => estimateTokens(after(length).conversation.toJSON().request) <= tokens;
    let length = 0;
    while (length < steps.length && !fits(length)) length += 1;
    return after(length);
  }

  /** What is stored: the request so far, its betas, and the usage of the answers. No key, no handler. */
  toJSON(): SavedConversation {
    return {
      format: 'clust.conversation',
      version: 1,
      request: this.#builder.toJSON() as SavedConversation['request'],
      betas: betasOfBuilder(this.#builder),
      answers: this.#answers,
    };
  }

  /** @internal The conversation after a run, which has these turns and used this. */
  after(messages: readonly MessageParam[], answers: readonly AnswerUsage[]): Conversation<State> {
    return new Conversation<State>(this.#builder.messages(messages), [...this.#answers, ...answers]);
  }

  #with(builder: MessagesRequestBuilder): Conversation<State> {
    return new Conversation<State>(builder, this.#answers);
  }

  /** What was sent last has to be a request: all up to the last turn of the user. */
  #assertSent(): void {
    const { messages } = this;
    const sent = messages.findLastIndex(({ role }) => role === 'user');
    if (sent < 0) return;
    const problems = MessagesRequest.problems({
      ...this.#builder.toJSON(),
      messages: messages.slice(0, sent + 1),
    });
    if (problems.length > 0) throw new ValidationError(problems);
  }
}

function builderOf(body: MessagesRequestBody, betas: readonly string[]): MessagesRequestBuilder {
  const meta = { betas, tools: [], spec: rulesOf(body.model) };
  return resumeBuilder(body, meta);
}

/** The smallest number up to `most` of which something holds, if it holds of all larger ones; `most` where it never does. */
async function fewest(most: number, holds: (length: number) => Promise<boolean>): Promise<number> {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What an image costs, whatever its size: the API scales larger ones down to about this. */
const IMAGE = 1_600;

/** About how many tokens some JSON is: one per four characters of text, and a flat sum for each image. */
function estimateTokens(value: unknown): number {
  if (typeof value === 'string') return Math.ceil(value.length / 4);
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + estimateTokens(item), 0);
  if (!isObject(value)) return 1;
  if (value.type === 'image') return IMAGE;
  return Object.entries(value).reduce(
    (sum, [name, field]) => sum + name.length / 4 + estimateTokens(field),
    1,
  );
}
