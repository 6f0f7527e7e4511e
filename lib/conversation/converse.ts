import type { MessageResponse } from '../content/message-response.js';
import { isPaused } from '../content/stop-reasons.js';
import type { MessagesRequest } from '../request/messages-request.js';
import type { RunToolsOptions, ToolRun } from '../tools/tool-run.js';
import type { CallOptions } from '../transport/call.js';
import type { MessageBody } from '../wire/message-body.js';
import type { Conversation, TurnContent } from './conversation.js';

/** An answer, and the conversation that contains it. */
export interface Exchange<State = unknown> {
  readonly message: MessageResponse<MessagesRequest<State>>;
  readonly conversation: Conversation<State>;
}

/** The outcome of a run over a conversation, and the conversation to continue with. */
export interface ConversationRun<State = unknown> extends ToolRun<MessagesRequest<State>> {
  readonly conversation: Conversation<State>;
}

/** How often in a row a paused answer is resumed. */
const MAX_PAUSES = 10;

/** The methods of a client that `converse` uses. */
interface ConverseClient {
  createMessage(request: never, options?: CallOptions): Promise<unknown>;
}

/**
 * Adds a user turn and the answer. If the API pauses the answer, or stops to compact, it is resumed. A request with
 * `compaction` asks for the summary itself, so its answer is complete.
 */
export async function converse<State>(
  client: ConverseClient,
  conversation: Conversation<State>,
  content: TurnContent,
  options?: CallOptions,
): Promise<Exchange<State>> {
  let current = conversation.user(content);
  for (let pauses = 0; ; pauses++) {
    // The client checks the request against its own version.
    const request = current.request();
    const answer = await client.createMessage(request as never, options);
    const message = answer as Exchange<State>['message'];
    current = current.add(message);
    if (!isPaused(message.stop_reason, Object(request)) || pauses === MAX_PAUSES)
      return { message, conversation: current };
  }
}

/** The methods of a client that a run uses. */
interface RunClient {
  runTools(request: never, options?: never): Promise<unknown>;
}

/** Runs the tools of a conversation, and adds every answer and every result to it. */
export async function runConversation<State>(
  client: RunClient,
  conversation: Conversation<State>,
  options: RunToolsOptions = {},
): Promise<ConversationRun<State>> {
  const answers: (MessageBody | Promise<MessageBody>)[] = [];
  const onTurn: RunToolsOptions['onTurn'] = async (turn) => {
    await options.onTurn?.(turn);
    // The reader of a streamed turn reads the stream first. Its message is complete when the run has continued.
    const answer = turn.message ?? turn.stream.finalMessage();
    // If the stream fails, the run rejects and nobody awaits this message.
    if (answer instanceof Promise) answer.catch(() => {});
    answers.push(answer);
  };
  const run = await client.runTools(conversation.request() as never, { ...options, onTurn } as never);
  const ended = run as ToolRun<MessagesRequest<State>>;
  const used = (await Promise.all(answers)).map(({ model, usage }) => ({ model, usage }));
  return { ...ended, conversation: conversation.after(ended.messages, used) };
}
