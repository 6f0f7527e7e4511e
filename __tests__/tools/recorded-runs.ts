import { isDeepStrictEqual } from 'node:util';
import type { MessageBody, MessagesRequestBody, ToolResultBlockParam } from '../../lib/index.js';
import { fixtureIndex, type RecordedInteraction, readFixtureJson } from '../support/fixtures.js';

/** One request of a recorded run, and where its answer is. */
export interface RecordedTurn {
  readonly id: string;
  readonly kind: RecordedInteraction['kind'];
  readonly body: MessagesRequestBody;
  readonly files: RecordedInteraction['files'];
}

/** A request, and the requests that answered its tool calls, as another program sent them to the API. */
export interface RecordedRun {
  readonly name: string;
  readonly kind: RecordedInteraction['kind'];
  readonly turns: readonly [RecordedTurn, ...RecordedTurn[]];
  /** What its tools gave, by the id of the call. */
  readonly results: ReadonlyMap<string, ToolResultBlockParam>;
}

interface RequestFile {
  readonly source: { readonly repo: string; readonly path: string; readonly interaction?: number };
  readonly body: unknown;
}

/** The runs among the recordings: requests of one recording, each the one before with an answer and its results. */
export function recordedRuns(): readonly RecordedRun[] {
  const recordings = new Map<string, (RecordedTurn & { readonly at: number })[]>();
  for (const { id, kind, endpoint, files } of fixtureIndex()) {
    if (!endpoint.endsWith('/messages') || kind === 'rejected' || files.request === undefined) continue;
    const { source, body } = readFixtureJson<RequestFile>(files.request);
    if (!isBody(body)) continue;
    const key = `${source.repo} ${source.path}`;
    const turn = { id, kind, body, files, at: source.interaction ?? 0 };
    recordings.set(key, [...(recordings.get(key) ?? []), turn]);
  }
  const runs: RecordedRun[] = [];
  for (const [, turns] of [...recordings].sort()) {
    turns.sort((left, right) => left.at - right.at);
    let run: [RecordedTurn, ...RecordedTurn[]] | undefined;
    for (const turn of turns) {
      const last = run?.at(-1);
      if (run !== undefined && last !== undefined && isAnswerTo(last.body, turn.body)) run.push(turn);
      else {
        if (run !== undefined && run.length > 1) runs.push(runOf(run));
        run = [turn];
      }
    }
    if (run !== undefined && run.length > 1) runs.push(runOf(run));
  }
  return runs;
}

function runOf(turns: [RecordedTurn, ...RecordedTurn[]]): RecordedRun {
  const [{ id, kind, body }] = turns;
  const results = turns.flatMap((turn) => resultsOf(turn.body));
  return {
    name: `${id}, ${body.model}, ${kind}, ${turns.length} turns`,
    kind,
    turns,
    results: new Map(results.map((result) => [result.tool_use_id, result])),
  };
}

/** The message with which the API answered a turn. */
export function messageOf({ kind, files }: RecordedTurn): MessageBody {
  return kind === 'stream'
    ? readFixtureJson<{ message: MessageBody }>(files.expected ?? '').message
    : readFixtureJson(files.response ?? '');
}

/** Whether a request is another with an assistant turn and the results of its calls at the end. */
function isAnswerTo(before: MessagesRequestBody, after: MessagesRequestBody): boolean {
  const { length } = before.messages;
  const roles = after.messages.slice(length).map(({ role }) => role);
  return (
    roles.join() === 'assistant,user' &&
    isDeepStrictEqual(comparable(after.messages.slice(0, length)), comparable(before.messages)) &&
    resultsOf(after).length > 0
  );
}

/** The results that a request ends with; none for a turn that says more than them. */
export function resultsOf({ messages }: MessagesRequestBody): readonly ToolResultBlockParam[] {
  const content = messages.at(-1)?.content;
  if (typeof content !== 'object') return [];
  const results = content.flatMap((block) => (block.type === 'tool_result' ? [block] : []));
  return results.length === content.length ? results : [];
}

function isBody(body: unknown): body is MessagesRequestBody {
  return typeof body === 'object' && body !== null && 'messages' in body && Array.isArray(body.messages);
}

/**
 * A value as far as two programs must agree in it: a text may be a string or a block of it, a cache breakpoint may stand
 * anywhere, and what is not said may be said to be nothing.
 */
export function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value)
    .filter(([field, member]) => field !== 'cache_control' && !isNothing(field, member))
    .map(([field, member]) => [
      field,
      field === 'content' && typeof member === 'string'
        ? [{ type: 'text', text: member }]
        : comparable(member),
    ]);
  return Object.fromEntries(fields);
}

function isNothing(field: string, value: unknown): boolean {
  if (field === 'caller') return isDeepStrictEqual(value, { type: 'direct' });
  return value === null || value === undefined || (field === 'is_error' && value === false);
}
