import type { MessageResponse } from '../../content/message-response.js';
import type { ToolResultBlockParam } from '../../wire/blocks/tool-result-block.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { Usage } from '../../wire/usage.js';
import type { AnyToolTurn, RunToolsOptions, ToolRun, ToolRunClient, ToolRunStatus } from '../tool-run.js';
import { type Asked, ask } from './ask.js';
import { type AnswerWithCalls, callTools } from './call-tools.js';
import { sumUsage } from './sum-usage.js';
import {
  assertConversation,
  handlersFor,
  unansweredCalls,
  unforced,
  withAnswer,
  withTurn,
} from './tool-conversation.js';

/** The loop of `runTools()` and `toolTurns()`: gives each answer, and at the end what came of it all. */
export async function* toolLoop(
  client: ToolRunClient,
  request: unknown,
  options: RunToolsOptions,
): AsyncGenerator<AnyToolTurn, ToolRun> {
  const { maxTurns = 10, maxPauses = 10 } = options;
  assertConversation(request);
  const handlers = handlersFor(request, options.tools);
  const call = (answer: AnswerWithCalls) => callTools(handlers, answer, options);
  let conversation: MessagesRequestBody = request;
  let usage: Usage | undefined;
  /** Answers that the API paused: of the run, and in a row. */
  let paused = 0;
  let inRow = 0;

  // A run that stopped at maxTurns, and goes on.
  const unanswered = unansweredCalls(request);
  if (unanswered.length > 0) {
    conversation = withResults(conversation, await call({ content: unanswered, stop_reason: 'tool_use' }));
  }
  for (let turns = 1; ; turns += 1) {
    const answer = ask(client, conversation, options);
    const results = once(async () => call(await answer.message()));
    yield* visit(answer, await turnOf(answer, turns, results), options);
    const message = await answer.message();
    usage = sumUsage(usage, message.usage);

    const next = nextOf(message);
    const isKept = !lost.has(next);
    if (isKept) conversation = withAnswer(conversation, message);
    paused += next === 'resume' ? 1 : 0;
    inRow = next === 'resume' ? inRow + 1 : 0;
    const isLast = turns - paused >= maxTurns;
    // Who has called the tools of the last answer has their results in the conversation, too.
    if (next === 'call' && (!isLast || results.isCalled)) {
      conversation = withResults(conversation, await results());
    }
    const status = statusAfter(next, isLast, inRow > maxPauses);
    if (status !== undefined) {
      const { messages } = conversation;
      return Object.freeze({ status, message, usage, turns, messages, request: conversation });
    }
  }
}

type Results = () => Promise<readonly ToolResultBlockParam[]>;

/** A turn as its reader sees it: with its message, or with the stream that it comes in. */
async function turnOf({ stream, message }: Asked, number: number, results: Results): Promise<AnyToolTurn> {
  if (stream !== undefined) return { number, stream, results };
  return { number, message: await message(), results };
}

/** Who leaves the loop in the middle of an answer closes its connection. */
async function* visit({ stream }: Asked, turn: AnyToolTurn, { onTurn }: RunToolsOptions) {
  let isLeft = true;
  try {
    await onTurn?.(turn);
    yield turn;
    isLeft = false;
  } finally {
    if (isLeft) await stream?.[Symbol.asyncDispose]();
  }
}

type Next = 'call' | 'resume' | 'done' | 'max_tokens' | 'context_exceeded' | 'refusal' | 'stopped';

/** The ends after which the answer is not whole: nothing can go on from it. */
const lost: ReadonlySet<Next> = new Set<Next>(['max_tokens', 'context_exceeded', 'refusal']);

/** What an answer asks for, or how it ended. */
function nextOf({ stop_reason: reason, toolUses }: MessageResponse): Next {
  if (reason === 'refusal') return 'refusal';
  if (reason === 'max_tokens') return 'max_tokens';
  if (reason === 'model_context_window_exceeded') return 'context_exceeded';
  // Gateways do not always say `tool_use` for it.
  if (toolUses.length > 0) return 'call';
  if (reason === 'pause_turn') return 'resume';
  return reason === 'end_turn' || reason === 'stop_sequence' || reason === null ? 'done' : 'stopped';
}

/** How the run ends here; `undefined` when it goes on. */
function statusAfter(next: Next, isLast: boolean, isPausedTooOften: boolean): ToolRunStatus | undefined {
  if (next === 'call') return isLast ? 'max_turns' : undefined;
  if (next === 'resume') return isPausedTooOften ? 'max_pauses' : undefined;
  return next;
}

function withResults(
  request: MessagesRequestBody,
  content: readonly ToolResultBlockParam[],
): MessagesRequestBody {
  return unforced(withTurn(request, { role: 'user', content }));
}

/** The same promise each time, and whether anybody has asked. */
function once<Value>(work: () => Promise<Value>): (() => Promise<Value>) & { readonly isCalled: boolean } {
  let result: Promise<Value> | undefined;
  const get = () => {
    result ??= work();
    return result;
  };
  return Object.defineProperty(get as typeof get & { readonly isCalled: boolean }, 'isCalled', {
    get: () => result !== undefined,
  });
}
