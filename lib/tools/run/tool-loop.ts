import type { MessageResponse } from '../../content/message-response.js';
import { AbortedError } from '../../errors/aborted-error.js';
import { isAbortedError } from '../../errors/guards.js';
import type { ToolResultBlockParam } from '../../wire/blocks/tool-result-block.js';
import type { Tool } from '../tool.js';
import type { AnyToolTurn, RunToolsOptions, ToolRun, ToolRunClient, ToolRunStatus } from '../tool-run.js';
import type { ToolLoop } from '../tool-turns.js';
import { keepRun } from '../unfinished-run.js';
import { type Asked, ask } from './ask.js';
import { assertLimits } from './assert-options.js';
import { type AnswerWithCalls, callTools } from './call-tools.js';
import { orAborted } from './or-aborted.js';
import { RunInProgress } from './run-in-progress.js';
import { assertConversation, handlersFor } from './tool-conversation.js';

/** The loop of `runTools()` and `toolTurns()`: gives each answer, and at the end what came of it all. */
export function toolLoop(
  client: ToolRunClient,
  request: unknown,
  options: RunToolsOptions,
): ToolLoop<unknown, AnyToolTurn> {
  let run: RunInProgress | undefined;
  const turns = (async function* () {
    try {
      assertConversation(request);
      assertLimits(options);
      const handlers = handlersFor(request, options.tools);
      run = new RunInProgress(request);
      return yield* answersOf(run, client, handlers, options);
    } catch (error) {
      throw run === undefined ? error : keepRun(error, run);
    }
  })();
  const givenUp = () => {
    const error = new AbortedError('The run');
    return run === undefined ? error : keepRun(error, run);
  };
  return Object.assign(turns, { givenUp });
}

async function* answersOf(
  run: RunInProgress,
  client: ToolRunClient,
  handlers: ReadonlyMap<string, Tool>,
  options: RunToolsOptions,
): AsyncGenerator<AnyToolTurn, ToolRun> {
  const { maxTurns = 10, maxPauses = 10 } = options;
  const call = (answer: AnswerWithCalls) =>
    callTools(handlers, answer, options, (result) => run.made(result));
  /** Answers that the API paused: of the run, and in a row. */
  let paused = 0;
  let inRow = 0;

  // A run that stopped at maxTurns or was ended, and goes on.
  const { waiting } = run;
  if (waiting.length > 0) {
    await call({ content: waiting, stop_reason: 'tool_use' });
    run.called();
  }
  for (let turns = 1; ; turns += 1) {
    const answer = ask(client, run.request, options);
    const results = once(async () => call(await answer.message()));
    yield* visit(answer, await turnOf(answer, turns, results), run, options);
    const message = await answer.message();
    run.answered(message);

    const next = nextOf(message);
    paused += next === 'resume' ? 1 : 0;
    inRow = next === 'resume' ? inRow + 1 : 0;
    const isLast = turns - paused >= maxTurns;
    // Who has called the tools of the last answer has their results in the conversation, too.
    if (next === 'call' && (!isLast || results.isCalled)) {
      await results();
      run.called();
    }
    const status = statusAfter(next, isLast, inRow > maxPauses);
    if (status !== undefined) return run.ended(status, message);
  }
}

type Results = () => Promise<readonly ToolResultBlockParam[]>;

/** A turn as its reader sees it: with its message, or with the stream that it comes in. */
async function turnOf({ stream, message }: Asked, number: number, results: Results): Promise<AnyToolTurn> {
  if (stream !== undefined) return { number, stream, results };
  return { number, message: await message(), results };
}

/** Who leaves the loop in the middle of an answer closes its connection; an answer that is whole stays with the run. */
async function* visit(
  { stream, message }: Asked,
  turn: AnyToolTurn,
  run: RunInProgress,
  options: RunToolsOptions,
) {
  let isLeft = true;
  try {
    await show(turn, options);
    yield turn;
    isLeft = false;
  } finally {
    if (isLeft) {
      await stream?.[Symbol.asyncDispose]();
      // The failure of a stream reaches its reader, not this loop.
      await message().then(
        (whole) => run.answered(whole),
        (error) => keepRun(error, run),
      );
    }
  }
}

/** Of an abort in the middle of an answer the stream has more to say: what had arrived. */
async function show(turn: AnyToolTurn, { onTurn, signal }: RunToolsOptions): Promise<void> {
  try {
    await (signal ? orAborted(signal, () => onTurn?.(turn)) : onTurn?.(turn));
  } catch (error) {
    if (isAbortedError(error)) await turn.stream?.finalMessage();
    throw error;
  }
}

type Next = 'call' | 'resume' | 'done' | 'max_tokens' | 'context_exceeded' | 'refusal' | 'stopped';

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
