import { fixtureIndex, type RecordedInteraction, readFixture, readFixtureJson } from './fixtures.js';
import { bytesOf } from './streams.js';

/** A recorded event stream, and what comes of it. */
export interface RecordedStream {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** The message that its events make; `null` when they make none. */
  readonly message: object | null;
  readonly errorEvent: { readonly type: string } | null;
}

function load({ id, files }: RecordedInteraction): RecordedStream {
  const { message, error_event: errorEvent } = readFixtureJson<{
    message: object | null;
    error_event: { readonly type: string } | null;
  }>(files.expected ?? '');
  return { id, bytes: bytesOf(readFixture(files.sse ?? '')), message, errorEvent };
}

/** Recordings of several answers, glued together. */
const GLUED = ['0451af515eef', '5d62393f5340', '6a8cba64e95e'];
/** Two answers in one body, the second begun before the first has ended. */
const SPLICED = ['98eca6acebc0'];

const streams = fixtureIndex().filter(({ kind }) => kind === 'stream');
const isOdd = ({ id, problems }: RecordedInteraction) =>
  problems?.includes('no message_stop') || GLUED.includes(id) || SPLICED.includes(id);

/** Those that end as the API ends its streams. */
export const wholeStreams = () => streams.filter((stream) => !isOdd(stream)).map(load);
/** Those that end with an error event. */
export const failedStreams = () =>
  streams.filter(({ problems }) => problems?.includes('no message_stop')).map(load);
export const gluedStreams = () => streams.filter(({ id }) => GLUED.includes(id)).map(load);
export const splicedStreams = () => streams.filter(({ id }) => SPLICED.includes(id)).map(load);

/** Where an event ends, in bytes. */
export function eventBoundaries({ bytes }: RecordedStream): number[] {
  const text = Buffer.from(bytes).toString('latin1');
  return [...text.matchAll(/\r?\n\r?\n/g)].map(({ index, 0: blank }) => index + blank.length);
}

/** The ten below 6 kB that hold the most kinds of events, blocks and deltas. */
export function richestStreams(): RecordedStream[] {
  return wholeStreams()
    .filter(({ bytes }) => bytes.length < 6000)
    .sort((left, right) => richness(right) - richness(left) || left.bytes.length - right.bytes.length)
    .slice(0, 10);
}

/** Every place where a stream can be cut. */
export function everyOffset({ bytes }: RecordedStream): number[] {
  return Array.from({ length: bytes.length + 1 }, (_, offset) => offset);
}

function richness({ bytes }: RecordedStream): number {
  const types = Buffer.from(bytes)
    .toString()
    .matchAll(/"type": ?"(\w+)"/g);
  return new Set([...types].map(([, type]) => type)).size;
}
