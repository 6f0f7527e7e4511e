import type { MessageResponse } from '../content/message-response.js';
import type { MessagesRequest } from '../request/messages-request.js';
import type { MessageParam } from '../wire/message-param.js';
import type { Usage } from '../wire/usage.js';

/** A run that did not end, as far as it went. */
export interface UnfinishedRun<Request = MessagesRequest> {
  /** The last complete answer; `undefined` when there was none. */
  readonly message: MessageResponse<Request> | undefined;
  /** The tokens of the complete answers, summed. */
  readonly usage: Usage | undefined;
  /** How many answers were complete. */
  readonly turns: number;
  /** The conversation: every complete answer, and the results of the calls that were made. */
  readonly messages: readonly MessageParam[];
  /**
   * The request with that conversation: give it to `runTools()` to continue. It first makes the calls of the last answer
   * that have no result. No call is made twice, except one that an abort interrupted.
   */
  readonly request: Request;
}

/** Runs by the error that they ended with. Not in the errors, which show nothing of a conversation. */
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
  // A value that is no object has none: `get` then returns `undefined`.
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
