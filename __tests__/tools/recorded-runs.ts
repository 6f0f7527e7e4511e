import { isDeepStrictEqual } from 'node:util';
import type { MessageBody, MessagesRequestBody, ToolResultBlockParam } from '../../lib/index.js';
import { fixtureIndex, type RecordedInteraction, readFixtureJson } from '../support/fixtures.js';

/** One request of a recorded run, and the files of its answer. */
export interface RecordedTurn {
  readonly id: string;
  readonly kind: RecordedInteraction['kind'];
  readonly body: MessagesRequestBody;
  readonly files: RecordedInteraction['files'];
}

/** A request and its follow-ups with tool results, as another program sent them to the API. */
export interface RecordedRun {
  readonly name: string;
  readonly kind: RecordedInteraction['kind'];
  readonly turns: readonly [RecordedTurn, ...RecordedTurn[]];
  /** The results of its tools, by the id of the tool call. */
  readonly results: ReadonlyMap<string, ToolResultBlockParam>;
}

interface RequestFile {
  readonly source: { readonly repo: string; readonly path: string; readonly interaction?: number };
  readonly body: unknown;
}

/** Finds the runs in the recordings. Each request of a run adds an answer and its tool results to the one before. */
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
      if (run !== undefined && last !== undefined && continues(last.body, turn.body)) run.push(turn);
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

/** The answer of the API to a turn. */
export function messageOf({ kind, files }: RecordedTurn): MessageBody {
  return kind === 'stream'
    ? readFixtureJson<{ message: MessageBody }>(files.expected ?? '').message
    : readFixtureJson(files.response ?? '');
}

/** Whether `after` is `before` plus an assistant turn and its tool results. */
function continues(before: MessagesRequestBody, after: MessagesRequestBody): boolean {
  const { length } = before.messages;
  const roles = after.messages.slice(length).map(({ role }) => role);
  return (
    roles.join() === 'assistant,user' &&
    isDeepStrictEqual(comparable(after.messages.slice(0, length)), comparable(before.messages)) &&
    resultsOf(after).length > 0
  );
}

/** The tool results in the last turn of a request. Empty if the turn has other content too. */
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
 * Removes the differences that two programs may have in the same request: text as a string or as a block, the places of
 * cache breakpoints, and fields with a default value.
 */
export function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value)
    .filter(([field, member]) => field !== 'cache_control' && !isDefault(field, member))
    .map(([field, member]) => [
      field,
      field === 'content' && typeof member === 'string'
        ? [{ type: 'text', text: member }]
        : comparable(member),
    ]);
  return Object.fromEntries(fields);
}

function isDefault(field: string, value: unknown): boolean {
  if (field === 'caller') return isDeepStrictEqual(value, { type: 'direct' });
  return value === null || value === undefined || (field === 'is_error' && value === false);
}
