import type { MessageResponse } from '../content/message-response.js';
import { isPaused } from '../content/stop-reasons.js';
import type { MessagesRequest } from '../request/messages-request.js';
import type { RunToolsOptions, ToolRun } from '../tools/tool-run.js';
import type { CallOptions } from '../transport/call.js';
import type { MessageBody } from '../wire/message-body.js';
import type { Conversation, TurnContent } from './conversation.js';

/** An answer, and the conversation with it. */
export interface Exchange<State = unknown> {
  readonly message: MessageResponse<MessagesRequest<State>>;
  readonly conversation: Conversation<State>;
}

/** How a run over a conversation ended, and the conversation to go on with. */
export interface ConversationRun<State = unknown> extends ToolRun<MessagesRequest<State>> {
  readonly conversation: Conversation<State>;
}

/** How often in a row an answer that the API paused is resumed. */
const MAX_PAUSES = 10;

/** What `converse` needs of a client. */
interface Asking {
  createMessage(request: never, options?: CallOptions): Promise<unknown>;
}

/**
 * Says something and adds the answer. Resumes an answer that the API paused or interrupted to compact; a request with
 * `compaction` asks for the summary itself, so its answer is complete.
 */
export async function converse<State>(
  client: Asking,
  conversation: Conversation<State>,
  content: TurnContent,
  options?: CallOptions,
): Promise<Exchange<State>> {
  let current = conversation.user(content);
  for (let pauses = 0; ; pauses++) {
    // The client checks the request for its own version.
    const request = current.request();
    const answer = await client.createMessage(request as never, options);
    const message = answer as Exchange<State>['message'];
    current = current.add(message);
    if (!isPaused(message.stop_reason, Object(request)) || pauses === MAX_PAUSES)
      return { message, conversation: current };
  }
}

/** What a run needs of a client. */
interface Running {
  runTools(request: never, options?: never): Promise<unknown>;
}

/** Runs the tools of a conversation, and adds every answer and every result to it. */
export async function runConversation<State>(
  client: Running,
  conversation: Conversation<State>,
  options: RunToolsOptions = {},
): Promise<ConversationRun<State>> {
  const answers: (MessageBody | Promise<MessageBody>)[] = [];
  const onTurn: RunToolsOptions['onTurn'] = async (turn) => {
    await options.onTurn?.(turn);
    // Whoever reads the stream of a turn reads it first; its message is there when the run has gone on.
    const answer = turn.message ?? turn.stream.finalMessage();
    // The run rejects with the failure of a stream, and then nobody awaits its message.
    if (answer instanceof Promise) answer.catch(() => {});
    answers.push(answer);
  };
  const run = await client.runTools(conversation.request() as never, { ...options, onTurn } as never);
  const ended = run as ToolRun<MessagesRequest<State>>;
  const used = (await Promise.all(answers)).map(({ model, usage }) => ({ model, usage }));
  return { ...ended, conversation: conversation.after(ended.messages, used) };
}
