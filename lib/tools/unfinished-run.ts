import type { MessageResponse } from '../content/message-response.js';
import type { MessagesRequest } from '../request/messages-request.js';
import type { MessageParam } from '../wire/message-param.js';
import type { Usage } from '../wire/usage.js';

/** A run that an error ended. */
export interface UnfinishedRun<Request = MessagesRequest> {
  /** The last complete answer; `undefined` if there was none. */
  readonly message: MessageResponse<Request> | undefined;
  /** The summed tokens of the complete answers. */
  readonly usage: Usage | undefined;
  /** How many answers were complete. */
  readonly turns: number;
  /** The conversation: every complete answer, and the results of the calls that were made. */
  readonly messages: readonly MessageParam[];
  /**
   * The request with that conversation: pass it to `runTools()` to continue. It first makes those calls of the last
   * answer that have no result. No call is made twice, except one that an abort interrupted.
   */
  readonly request: Request;
}

/** The run of each error. Not a field of the errors, which contain nothing of a conversation. */
const runs = new WeakMap<object, { readonly soFar: UnfinishedRun }>();

/**
 * Returns the run that an error ended: what `runTools()` or `toolTurns()` had done before the network failed, the
 * signal fired or your function threw. `undefined` for an error that ended no run.
 *
 * The error itself contains nothing of the conversation, so logging it shows no prompt.
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
 *   await client.runTools(run.request); // continues where it ended
 * }
 * ```
 */
export function runOf<Request = MessagesRequest>(error: unknown): UnfinishedRun<Request> | undefined;
export function runOf(error: unknown): UnfinishedRun | undefined {
  // A value that is not an object has no entry.
  return runs.get(error as object)?.soFar;
}

/**
 * Stores the run of an error; nothing for a value that is not an object.
 *
 * @internal
 */
export function keepRun<Out>(out: Out, run: { readonly soFar: UnfinishedRun }): Out {
  if (Object(out) === out) runs.set(out as object, run);
  return out;
}
