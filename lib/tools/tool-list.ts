import type { ToolUse } from '../content/tool-use.js';
import type { NamesByPlace, RepeatedName } from '../request/parameters/tool-names.js';
import type { ToolsOf } from '../request/parameters/tools.js';
import type { ToolNameUnique } from '../request/rules/tool-names-unique.js';
import type { Because } from '../wire/because.js';
import type { ToolResultBlockParam } from '../wire/blocks/tool-result-block.js';
import type { ToolUseBlock } from '../wire/blocks/tool-use-block.js';
import type { TypedRequest } from '../wire/typed-request.js';
import type { ToolCallOptions, ToolCallsOptions } from './call-options.js';
import { provideRunner } from './provide-runner.js';
import type { AnswerWithCalls } from './run/call-tools.js';
import type { Tool } from './tool.js';
import { toolsByName } from './tools-by-name.js';

/** A call of one of these tools. */
export type ToolUseOf<Tools extends readonly Tool[]> = ToolUse<
  TypedRequest<{ readonly tools: ToolsOf<unknown, Tools> }>
>;

/**
 * Tools with their handlers, of different names. It answers the calls of a model; `client.runTools()` does the same
 * and asks on.
 *
 * @example
 * ```ts
 * import { Client, MessagesRequestBuilder, tool, ToolList } from 'clust';
 *
 * const list = ToolList.of(
 *   tool({ name: 'get_time', input: { type: 'object' }, run: () => new Date().toISOString() }),
 * );
 * const question = MessagesRequestBuilder.create('claude-sonnet-5-5')
 *   .maxTokens(1024)
 *   .tools(...list)
 *   .user('What time is it?');
 * const client = Client.fromEnv();
 * const message = await client.createMessage(question.build());
 * const next = question.assistant(message).toolResults(await list.callAll(message)).build();
 * ```
 */
export class ToolList<Tools extends readonly Tool[] = readonly Tool[]> implements Iterable<Tools[number]> {
  readonly tools: Tools;
  readonly #byName: ReadonlyMap<string, Tool>;

  private constructor(tools: Tools) {
    this.tools = Object.freeze(tools);
    this.#byName = toolsByName(tools);
    Object.freeze(provideRunner(this));
  }

  /**
   * A list of these tools.
   *
   * @throws ValidationError when two have the same name; the compiler says so for names that it knows.
   */
  static of<const Tools extends readonly Tool[]>(...tools: UniqueTools<Tools>): ToolList<Tools>;
  static of(...tools: never[]): ToolList {
    return new ToolList<readonly Tool[]>([...tools]);
  }

  /** The tools, in their order. */
  [Symbol.iterator](): Iterator<Tools[number]> {
    return this.tools[Symbol.iterator]();
  }

  /**
   * Makes one call, and gives the block that answers it. An unknown tool, an input that does not fit, a handler that
   * throws, a call that takes too long: each is a result with `is_error` that tells the model what was wrong.
   *
   * @throws {AbortedError} By rejection, when the signal fires.
   */
  async call(toolUse: ToolUseBlock, options?: ToolCallOptions): Promise<ToolResultBlockParam> {
    const { callTool } = await import('./run/call-tool.js');
    return callTool(this.#byName, toolUse, options);
  }

  /**
   * Makes every call of an answer, several at once, and gives the results in the order of the calls: what
   * `toolResults()` of a request takes. Of an answer that was cut off or refused none is made.
   *
   * @throws {AbortedError} By rejection, when the signal fires; and what the gate throws.
   */
  callAll(
    message: AnswerWithCalls,
    options?: ToolCallsOptions<ToolUseOf<Tools>>,
  ): Promise<readonly ToolResultBlockParam[]>;
  async callAll(message: AnswerWithCalls, options?: ToolCallsOptions<never>) {
    const { callTools } = await import('./run/call-tools.js');
    // The calls of the message are of these tools, or are answered as unknown.
    return callTools(this.#byName, message, options as ToolCallsOptions<ToolUseBlock> | undefined);
  }
}

/** The tools themselves when no two have the same name; else the sentence in place of each that does. */
type UniqueTools<Tools extends readonly Tool[]> = [RepeatedName<NamesByPlace<Tools>>] extends [never]
  ? Tools
  : { readonly [Place in keyof Tools]: Marked<Tools[Place], RepeatedName<NamesByPlace<Tools>>> };

type Marked<One, Repeated> = One extends { readonly name: infer Name extends Repeated & string }
  ? Because<ToolNameUnique<Name, Repeated>>
  : One;
