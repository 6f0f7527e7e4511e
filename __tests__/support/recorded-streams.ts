import { fixtureIndex, type RecordedInteraction, readFixture, readFixtureJson } from './fixtures.js';
import { bytesOf } from './streams.js';

/** A recorded event stream and its expected result. */
export interface RecordedStream {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** The message of its events, or `null` if they form none. */
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

/** Recordings that contain several responses, one after another. */
const CONCATENATED = ['0451af515eef', '5d62393f5340', '6a8cba64e95e'];
/** A recording of two responses in one body, the second of which starts before the first has ended. */
const SPLICED = ['98eca6acebc0'];

const streams = fixtureIndex().filter(({ kind }) => kind === 'stream');
const isIrregular = ({ id, problems }: RecordedInteraction) =>
  problems?.includes('no message_stop') || CONCATENATED.includes(id) || SPLICED.includes(id);

/** The streams that contain one response and end with `message_stop`. */
export const wholeStreams = () => streams.filter((stream) => !isIrregular(stream)).map(load);
/** The streams that end with an error event. */
export const failedStreams = () =>
  streams.filter(({ problems }) => problems?.includes('no message_stop')).map(load);
export const concatenatedStreams = () => streams.filter(({ id }) => CONCATENATED.includes(id)).map(load);
export const splicedStreams = () => streams.filter(({ id }) => SPLICED.includes(id)).map(load);

/** The byte offsets at which events end. */
export function eventBoundaries({ bytes }: RecordedStream): number[] {
  const text = Buffer.from(bytes).toString('latin1');
  return [...text.matchAll(/\r?\n\r?\n/g)].map(({ index, 0: blank }) => index + blank.length);
}

/** The ten streams below 6 kB with the most types of events, blocks and deltas. */
export function richestStreams(): RecordedStream[] {
  return wholeStreams()
    .filter(({ bytes }) => bytes.length < 6000)
    .sort((left, right) => richness(right) - richness(left) || left.bytes.length - right.bytes.length)
    .slice(0, 10);
}

/** Every byte offset at which a stream can be cut. */
export function everyOffset({ bytes }: RecordedStream): number[] {
  return Array.from({ length: bytes.length + 1 }, (_, offset) => offset);
}

function richness({ bytes }: RecordedStream): number {
  const types = Buffer.from(bytes)
    .toString()
    .matchAll(/"type": ?"(\w+)"/g);
  return new Set([...types].map(([, type]) => type)).size;
}
