import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import { CliError } from './cli-error.js';
import { JsonText, type ReadJson } from './json-text.js';
import type { Input } from './read-input.js';

/** A stored request: a whole file, an item of a list, a line of JSON Lines, or an item of a batch. */
export interface StoredRequest {
  readonly file: string;
  readonly json: JsonText;
  /** Its path in the JSON: `['requests', '0', 'params']`; empty if the request is all of it. */
  readonly path: readonly string[];
  readonly read: ReadJson;
}

/**
 * The requests of a file. Invalid JSON counts as one request, whose `read` has the error.
 *
 * @throws {CliError} For a file without a request.
 */
export function storedRequests({ name: file, text }: Input): readonly StoredRequest[] {
  const requests = textsOf(file, text).flatMap((json): readonly StoredRequest[] => {
    const read = json.read();
    if (!read.ok) return [{ file, json, path: [], read }];
    return requestsIn(read.value, []).map(({ value, path }) => ({
      file,
      json,
      path,
      read: { ok: true, value },
    }));
  });
  if (requests.length === 0) throw new CliError(`${file} holds no request`);
  return requests;
}

/** One JSON text, or one per line. The file name decides, else the content. */
function textsOf(file: string, text: string): readonly JsonText[] {
  const isLines = /\.(jsonl|ndjson)$/i.test(file) || (!/\.json$/i.test(file) && hasJsonLines(text));
  if (!isLines) return [new JsonText(text)];
  return text.split('\n').flatMap((line, index) => (line.trim() ? [new JsonText(line, index + 1)] : []));
}

function hasJsonLines(text: string): boolean {
  const [first = '', second] = text.split('\n').filter((line) => line.trim());
  return second !== undefined && parseJson(first) !== undefined;
}

interface Found {
  readonly value: unknown;
  readonly path: readonly string[];
}

function requestsIn(value: unknown, path: readonly string[]): readonly Found[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => requestsIn(item, [...path, String(index)]));
  if (isObject(value)) {
    // A batch, and an item of one.
    if (Array.isArray(value.requests)) return requestsIn(value.requests, [...path, 'requests']);
    if ('custom_id' in value && 'params' in value) {
      return [{ value: value.params, path: [...path, 'params'] }];
    }
  }
  return [{ value, path }];
}
