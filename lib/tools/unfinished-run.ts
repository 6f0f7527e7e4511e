import type { MessageResponse } from '../content/message-response.js';
import type { MessagesRequest } from '../request/messages-request.js';
import type { MessageParam } from '../wire/message-param.js';
import type { Usage } from '../wire/usage.js';

/** A run that did not come to its end, as far as it came. */
export interface UnfinishedRun<Request = MessagesRequest> {
  /** The last answer that came whole; `undefined` when there was none. */
  readonly message: MessageResponse<Request> | undefined;
  /** The tokens of the answers that came whole, summed. */
  readonly usage: Usage | undefined;
  /** How many answers came whole. */
  readonly turns: number;
  /** The conversation: every answer that came whole, and the results of the calls that were made. */
  readonly messages: readonly MessageParam[];
  /**
   * The request with that conversation: give it to `runTools()` to go on. The calls of the last answer that have no
   * result are made then: no call is made twice, but for one that an abort has interrupted.
   */
  readonly request: Request;
}

/** Runs by what came out of them in place of an outcome. Beside the errors, which show nothing of a conversation. */
const runs = new WeakMap<object, { readonly soFar: UnfinishedRun }>();

/**
 * The run that an error ended: what `runTools()` or `toolTurns()` had done before the network failed, the signal fired or
 * a function of yours threw. `undefined` for an error that ended no run.
 *
 * The error itself holds nothing of the conversation: what logs it shows no prompt.
 *
 * @example
 * ```ts
 * import { Client, isApiError, MessagesRequestBuilder, runOf, tool } from 'clust';
 *
 * const clock = tool({ name: 'get_time', input: { type: 'object' }, run: () => new Date().toISOString() });
 * const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
 *   .maxTokens(1024)
 *   .tools(clock)
 *   .user('What time is it?')
 *   .build();
 *
 * const client = Client.fromEnv();
 * try {
 *   await client.runTools(request);
 * } catch (error) {
 *   const run = runOf<typeof request>(error);
 *   if (!isApiError(error, 'overloaded_error') || run === undefined) throw error;
 *   await client.runTools(run.request); // goes on where it ended
 * }
 * ```
 */
export function runOf<Request = MessagesRequest>(error: unknown): UnfinishedRun<Request> | undefined;
export function runOf(error: unknown): UnfinishedRun | undefined {
  // Of what is no object there is none, and asking for it does no harm.
  return runs.get(error as object)?.soFar;
}

/**
 * Remembers the run behind what came out of it; nothing for what is no object.
 *
 * @internal
 */
export function keepRun<Out>(out: Out, run: { readonly soFar: UnfinishedRun }): Out {
  if (Object(out) === out) runs.set(out as object, run);
  return out;
}
