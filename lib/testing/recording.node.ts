import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import type { FetchFunction, FetchInit } from '../transport/http-client.js';

/** One call and its answer, as stored in the file. */
interface Exchange {
  readonly request: { readonly method: string; readonly path: string; readonly body: unknown };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}

/** The answer headers that clust reads. All others are left out of the file. */
const KEPT_HEADERS = /^(content-type|request-id|retry-after(-ms)?|anthropic-ratelimit-.+)$/;

export async function openRecording(
  path: string,
  mode: 'auto' | 'record' | 'replay',
  fetch: FetchFunction | undefined,
): Promise<FetchFunction> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (mode === 'replay' || (mode === 'auto' && exists)) return replay(path, await read(path));
  if (mode === 'auto' && process.env.CI) {
    throw new Error(
      `There is no recording ${path}, and CI records none: run the test once where a key is set.`,
    );
  }
  return record(path, fetch ?? ((url, init) => globalThis.fetch(url, init)));
}

function record(path: string, fetch: FetchFunction): FetchFunction {
  const exchanges: Exchange[] = [];
  let writing = Promise.resolve();
  return async (url, init) => {
    const answer = await fetch(url, init);
    const { status } = answer;
    // Reads a response of any fetch package through the platform's own class.
    const body = await new Response(answer.body as BodyInit | null).text();
    const headers = headersOf(answer.headers);
    const hide = redactorFor(init);
    exchanges.push({ request: keyOf(url, init), response: { status, headers, body: hide(body) } });
    writing = writing.then(() => write(path, exchanges));
    await writing;
    return new Response(body, { status, headers });
  };
}

function replay(path: string, exchanges: readonly Exchange[]): FetchFunction {
  const left = [...exchanges];
  return async (url, init) => {
    const request = keyOf(url, init);
    const at = left.findIndex((exchange) => sameJson(exchange.request, request));
    const [found] = at === -1 ? [] : left.splice(at, 1);
    if (found) return new Response(found.response.body, found.response);
    throw new Error(unrecorded(path, request, left));
  };
}

/** The parts of a request by which it is recognized. */
function keyOf(url: string, init: FetchInit): Exchange['request'] {
  const { pathname, search } = new URL(url);
  const body = parseJson(redactorFor(init)(init.body ?? '')) ?? null;
  return { method: init.method, path: pathname + search, body: withoutTokens(body) };
}

/** Replaces the credential of a request in any text. */
function redactorFor({ headers }: FetchInit): (text: string) => string {
  const secrets = ['x-api-key', 'authorization']
    .map((name) => headers[name]?.replace(/^Bearer /, ''))
    .filter((secret) => secret !== undefined && secret !== '');
  return (text) => secrets.reduce<string>((hidden, secret) => hidden.replaceAll(String(secret), '***'), text);
}

/** Removes the credentials of MCP servers from a body. */
function withoutTokens(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTokens);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, field]) => [
    name,
    name === 'authorization_token' ? '***' : withoutTokens(field),
  ]);
  return Object.fromEntries(entries);
}

function headersOf(headers: unknown): Readonly<Record<string, string>> {
  const all = headers instanceof Headers ? [...headers] : [];
  return Object.fromEntries(all.filter(([name]) => KEPT_HEADERS.test(name)));
}

async function read(path: string): Promise<readonly Exchange[]> {
  const recording = parseJson(await readFile(path, 'utf8'));
  if (!Array.isArray(recording))
    throw new Error(`${path} is not a recording: delete it, and record it again.`);
  // Only this module writes the file. If an edited file does not fit, the error names the request without an answer.
  return recording as readonly Exchange[];
}

async function write(path: string, exchanges: readonly Exchange[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.tmp`;
  await writeFile(unfinished, `${JSON.stringify(exchanges, null, 2)}\n`);
  await rename(unfinished, path);
}

function sameJson(left: unknown, right: unknown): boolean {
  return difference(left, right) === undefined;
}

/** The path of the first difference between two JSON values. */
function difference(left: unknown, right: unknown, path = ''): string | undefined {
  if (Array.isArray(left) && Array.isArray(right)) {
    if (left.length !== right.length) return `${path}.length`;
    return first(left.map((item, at) => difference(item, right[at], `${path}[${at}]`)));
  }
  if (isObject(left) && isObject(right)) {
    const names = new Set([...Object.keys(left), ...Object.keys(right)]);
    return first([...names].map((name) => difference(left[name], right[name], `${path}.${name}`)));
  }
  return Object.is(left, right) ? undefined : path;
}

function first(found: readonly (string | undefined)[]): string | undefined {
  return found.find((each) => each !== undefined);
}

function unrecorded(path: string, request: Exchange['request'], left: readonly Exchange[]): string {
  const [next] = left;
  const what = `${path} has no answer for ${request.method} ${request.path}`;
  if (next === undefined)
    return `${what}: all that was recorded has been replayed. Delete the file to record again.`;
  const where = difference(next.request, request)?.replace(/^\./, '');
  return `${what}: the next request that was recorded differs at ${where}. Delete the file to record again.`;
}
