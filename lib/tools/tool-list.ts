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
 * Tools with their handlers, each with its own name. It makes the calls of an answer; `client.runTools()` also sends
 * the results and continues.
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
   * Creates a list of tools.
   *
   * @throws {ValidationError} If two tools have the same name. The compiler refuses literal names that are equal.
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
   * Makes one call, and returns its result block. An unknown tool, an invalid input, a handler that throws and a
   * timeout each become a result with `is_error` that tells the model what was wrong.
   *
   * @throws {AbortedError} By rejection, if the signal fires.
   */
  async call(toolUse: ToolUseBlock, options?: ToolCallOptions): Promise<ToolResultBlockParam> {
    const { callTool } = await import('./run/call-tool.js');
    return callTool(this.#byName, toolUse, options);
  }

  /**
   * Makes every call of an answer, several at once, and returns the results in the order of the calls, for
   * `toolResults()` of a request. If the answer was cut off or refused, no call is made.
   *
   * @throws {AbortedError} By rejection, if the signal fires. Errors of the gate are thrown too.
   */
  callAll(
    message: AnswerWithCalls,
    options?: ToolCallsOptions<ToolUseOf<Tools>>,
  ): Promise<readonly ToolResultBlockParam[]>;
  async callAll(message: AnswerWithCalls, options?: ToolCallsOptions<never>) {
    const { callTools } = await import('./run/call-tools.js');
    // Calls of other tools are answered as unknown.
    return callTools(this.#byName, message, options as ToolCallsOptions<ToolUseBlock> | undefined);
  }
}

/** The tools themselves, with a sentence in place of each whose name is repeated. */
type UniqueTools<Tools extends readonly Tool[]> = [RepeatedName<NamesByPlace<Tools>>] extends [never]
  ? Tools
  : { readonly [Place in keyof Tools]: Marked<Tools[Place], RepeatedName<NamesByPlace<Tools>>> };

type Marked<One, Repeated> = One extends { readonly name: infer Name extends Repeated & string }
  ? Because<ToolNameUnique<Name, Repeated>>
  : One;
