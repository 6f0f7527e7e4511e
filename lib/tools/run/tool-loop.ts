import { raceAbort } from '../../base/abort.js';
import type { MessageResponse } from '../../content/message-response.js';
import { isCutOff } from '../../content/stop-reasons.js';
import { AbortedError } from '../../errors/aborted-error.js';
import { isAbortedError } from '../../errors/guards.js';
import { type WrittenBody, writtenBody } from '../../request/written-body.js';
import type { ToolResultBlockParam } from '../../wire/blocks/tool-result-block.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { Tool } from '../tool.js';
import type { AnyToolTurn, RunToolsOptions, ToolRun, ToolRunClient } from '../tool-run.js';
import type { ToolLoop } from '../tool-turns.js';
import { keepRun } from '../unfinished-run.js';
import { type Asked, ask } from './ask.js';
import { assertLimits } from './assert-options.js';
import { budgetMeter } from './budget-meter.js';
import { aborted } from './call-in-time.js';
import { type AnswerWithCalls, callTools } from './call-tools.js';
import { RunInProgress } from './run-in-progress.js';
import { type NextStep, statusAfter, statusOf } from './run-status.js';
import { assertConversation, handlersFor, withoutRemoved } from './tool-conversation.js';

/** The loop of `runTools()` and `toolTurns()`: yields each answer, and returns the outcome. */
export function toolLoop(
  client: ToolRunClient,
  given: unknown,
  options: RunToolsOptions,
): ToolLoop<unknown, AnyToolTurn> {
  let run: RunInProgress | undefined;
  const turns = (async function* () {
    try {
      const { body: request, tools, models } = writtenBody(given);
      assertConversation(request);
      assertLimits(options);
      const handlers = handlersFor(request, options.tools, tools.length > 0 ? tools : undefined);
      run = new RunInProgress(request);
      return yield* answersOf(run, client, handlers, { ...options, models });
    } catch (error) {
      throw run === undefined ? error : keepRun(error, run);
    }
  })();
  const abandoned = () => {
    const error = new AbortedError('The run');
    return run === undefined ? error : keepRun(error, run);
  };
  return Object.assign(turns, { abandoned });
}

async function* answersOf(
  run: RunInProgress,
  client: ToolRunClient,
  handlers: ReadonlyMap<string, Tool>,
  options: RunToolsOptions & Pick<WrittenBody, 'models'>,
): AsyncGenerator<AnyToolTurn, ToolRun> {
  const { maxTurns = 10, maxPauses = 10 } = options;
  const budget = await budgetMeter(options.budget, run.request, options.models[0]);
  const call = (answer: AnswerWithCalls) =>
    callTools(withoutRemoved(handlers, run.request), answer, options, (result) => run.addResult(result));
  /** How many answers the API has paused: in the run, and in a row. */
  let paused = 0;
  let inRow = 0;

  // The request continues a run that stopped at maxTurns, or that failed between an answer and its results.
  const { openCalls } = run;
  if (openCalls.length > 0) {
    await call({ content: openCalls, stop_reason: 'tool_use' });
    run.endTurn();
  }
  await run.seal(options);
  for (let turns = 1; ; turns += 1) {
    const answer = ask(client, run.request, options);
    const results = once(async () => call(await answer.message()));
    yield* yieldTurn(answer, await turnOf(answer, turns, results), run, options);
    const message = await answer.message();
    run.addAnswer(message);
    budget.spend(message);

    const next = nextStep(message, run.request);
    paused += next === 'resume' ? 1 : 0;
    inRow = next === 'resume' ? inRow + 1 : 0;
    const isLast = turns - paused >= maxTurns;
    const mayContinue = next === 'call' || next === 'resume';
    let isSpent = mayContinue && budget.mayExceedWith([]);
    // If the reader of the turn has made the calls of the last answer, their results are added to the conversation.
    if (next === 'call' && (!(isLast || isSpent) || results.isCalled)) {
      const made = await results();
      run.endTurn();
      isSpent ||= budget.mayExceedWith(made);
    }
    const status = statusAfter(next, isLast, inRow > maxPauses) ?? (isSpent ? 'budget' : undefined);
    if (status !== undefined) return run.outcome(status, message);
  }
}

type Results = () => Promise<readonly ToolResultBlockParam[]>;

/** The turn to yield: with its message, or with its stream. */
async function turnOf({ stream, message }: Asked, number: number, results: Results): Promise<AnyToolTurn> {
  if (stream !== undefined) return { number, stream, results };
  return { number, message: await message(), results };
}

/** Yields a turn. If the reader leaves the loop, closes the connection, and adds the answer if it is complete. */
async function* yieldTurn(
  { stream, message }: Asked,
  turn: AnyToolTurn,
  run: RunInProgress,
  options: RunToolsOptions,
) {
  let hasReaderLeft = true;
  try {
    await callOnTurn(turn, options);
    yield turn;
    hasReaderLeft = false;
  } finally {
    if (hasReaderLeft) {
      await stream?.[Symbol.asyncDispose]();
      // An error of the stream is thrown to its reader, not to this loop.
      await message().then(
        (whole) => run.addAnswer(whole),
        (error) => keepRun(error, run),
      );
    }
  }
}

/**
 * Calls `onTurn`. If it is aborted during an answer, the error of the stream is thrown, which has the partial message.
 */
async function callOnTurn(turn: AnyToolTurn, { onTurn, signal }: RunToolsOptions): Promise<void> {
  try {
    const show = () => onTurn?.(turn);
    await (signal ? raceAbort(signal, show, () => aborted(signal)) : show());
  } catch (error) {
    if (isAbortedError(error)) await turn.stream?.finalMessage();
    throw error;
  }
}

/** The next step after an answer, or the status that the run ends with. */
function nextStep(
  { stop_reason: reason, toolUses }: MessageResponse,
  request: MessagesRequestBody,
): NextStep {
  const status = statusOf(reason, request);
  const isWhole = status !== 'refusal' && !isCutOff(reason);
  // Some gateways do not send the stop reason `tool_use`.
  return isWhole && toolUses.length > 0 ? 'call' : status;
}

/** Starts `work` at the first call, and returns the same promise each time. */
function once<Value>(work: () => Promise<Value>): (() => Promise<Value>) & { readonly isCalled: boolean } {
  let result: Promise<Value> | undefined;
  const get = () => {
    if (result === undefined) {
      result = work();
      // The promise may have no reader, for example after an abort. Its rejection must not end the process.
      result.catch(() => {});
    }
    return result;
  };
  return Object.defineProperty(get as typeof get & { readonly isCalled: boolean }, 'isCalled', {
    get: () => result !== undefined,
  });
}
