import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import type { FetchFunction, FetchInit } from '../transport/http-client.js';

/** One call and its answer, as a recording keeps them. */
interface Exchange {
  readonly request: { readonly method: string; readonly path: string; readonly body: unknown };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}

/** The headers that clust reads; all others stay out of the file. */
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
    // A response of any package is read alike through the platform's own.
    const body = await new Response(answer.body as BodyInit | null).text();
    const headers = headersOf(answer.headers);
    const hide = hider(init);
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

/** What a request is recognized by. */
function keyOf(url: string, init: FetchInit): Exchange['request'] {
  const { pathname, search } = new URL(url);
  const body = parseJson(hider(init)(init.body ?? '')) ?? null;
  return { method: init.method, path: pathname + search, body: withoutTokens(body) };
}

/** Replaces the credential of a request wherever it turns up. */
function hider({ headers }: FetchInit): (text: string) => string {
  const secrets = ['x-api-key', 'authorization']
    .map((name) => headers[name]?.replace(/^Bearer /, ''))
    .filter((secret) => secret !== undefined && secret !== '');
  return (text) => secrets.reduce<string>((hidden, secret) => hidden.replaceAll(String(secret), '***'), text);
}

/** The credentials that a body may carry for others: those of its MCP servers. */
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
  if (!Array.isArray(recording)) throw new Error(`${path} is no recording: delete it, and record it again.`);
  // Nothing else writes this file; a hand-edited one that does not fit is told by the request that it does not answer.
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

/** The path of the first place at which two JSON values differ. */
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
