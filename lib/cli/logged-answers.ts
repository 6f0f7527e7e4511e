import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { isObject } from '../base/is-object.js';
import { messageOf } from '../base/message-of.js';
import { parseJson } from '../base/parse-json.js';
import type { PricedMessage } from '../models/cost/billed-units.js';
import type { Terminal } from './cli.js';
import { CliError } from './cli-error.js';

/** A line of a log: an answer, a record that costs nothing, or an unreadable line. */
export type LoggedAnswer = {
  readonly file: string;
  readonly line: number;
} & (
  | { readonly kind: 'answer'; readonly message: PricedMessage; readonly isOfBatch: boolean }
  | { readonly kind: 'free' }
  | { readonly kind: 'unreadable' }
);

/**
 * The answers of a JSON Lines log, one at a time: messages, batch results, usages, or records that contain one of these
 * in `message`, `response` or `body`.
 *
 * @throws {CliError} If the file cannot be read.
 */
export async function* loggedAnswers(file: string, { stdin }: Terminal): AsyncGenerator<LoggedAnswer> {
  const input = file === '-' ? stdin : createReadStream(file, 'utf8');
  let line = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text.trim() !== '') yield { file: file === '-' ? '<stdin>' : file, line, ...read(parseJson(text)) };
    }
  } catch (error) {
    throw new CliError(`${file} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function read(value: unknown): DistributiveOmit<LoggedAnswer, 'file' | 'line'> {
  if (isObject(value)) {
    if (isObject(value.result) && 'custom_id' in value) {
      return value.result.type === 'succeeded' ? answerIn(value.result.message, true) : { kind: 'free' };
    }
    for (const field of ['message', 'response', 'body']) {
      if (isObject(value[field])) return read(value[field]);
    }
  }
  return answerIn(value, false);
}

type DistributiveOmit<Type, Key extends PropertyKey> = Type extends unknown ? Omit<Type, Key> : never;

function answerIn(value: unknown, isOfBatch: boolean): DistributiveOmit<LoggedAnswer, 'file' | 'line'> {
  if (!isObject(value)) return { kind: 'unreadable' };
  // `cost()` checks the counts, so anything may be passed to it.
  const message = (isObject(value.usage) ? value : { usage: value }) as unknown as PricedMessage;
  if (!('input_tokens' in message.usage)) return { kind: 'unreadable' };
  return { kind: 'answer', message, isOfBatch };
}
