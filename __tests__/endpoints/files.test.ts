import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import ky from 'ky';
import { ClientBuilder } from '../../lib/client/client-builder.js';
import { document } from '../../lib/content/document.js';
import { image } from '../../lib/content/image.js';
import { fileFromPath, saveTo } from '../../lib/node/index.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { ApiKey } from '../../lib/values/api-key.js';
import { apiError, json, raw, resetAfter, serve, stall, stallAfter } from '../support/loopback.js';
import { collect } from '../support/streams.js';
import { failureOf, KEY } from '../support/transport.js';
import { answering, calls, clientFor, untyped } from './support.js';

const file = {
  id: 'file_01',
  type: 'file',
  filename: 'notes.txt',
  mime_type: 'text/plain',
  size_bytes: 5,
  created_at: '2026-11-28T09:00:00Z',
  downloadable: false,
  expires_at: null,
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clust-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

const text = (value: string) => new TextEncoder().encode(value);

/** The parts of a received form. */
async function partsOf(
  received: { headers: { 'content-type'?: string | undefined }; body: string } | undefined,
) {
  const headers = { 'content-type': received?.headers['content-type'] ?? '' };
  const form = await new Response(received?.body ?? '', { headers }).formData();
  const parts = [...form].map(async ([name, value]) =>
    typeof value === 'string' ? [name, value] : [name, value.name, value.type, await value.text()],
  );
  return Promise.all(parts);
}

const webStream = (...pieces: string[]) =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(text(piece));
    },
  });

describe('files.upload', () => {
  const sources = [
    ['bytes', () => text('hello')],
    ['an ArrayBuffer', () => text('hello').buffer],
    ['a Blob', () => new Blob(['hello'])],
    ['a File', () => new File(['hello'], 'other.txt')],
    ['a web stream', () => webStream('he', 'llo')],
    ['a Node stream', () => Readable.from([Buffer.from('he'), Buffer.from('llo')])],
  ] as const;

  test.each(sources)('sends %s as a form', async (_name, source) => {
    const server = await serve(json(file, 200, { 'request-id': 'req_5' }));
    const options = { filename: 'notes.txt', mediaType: 'text/plain', expires_in_seconds: 3600 };
    const uploaded = await clientFor(server.url).files.upload(source(), options);
    expect(JSON.stringify(uploaded)).toBe(JSON.stringify(file));
    expect(uploaded.http.requestId).toBe('req_5');
    const [received] = server.received;
    expect(received).toMatchObject({ method: 'POST', url: '/v1/files', headers: { 'x-api-key': KEY } });
    expect(received?.headers).not.toHaveProperty('anthropic-beta');
    expect(await partsOf(received)).toEqual([
      ['file', 'notes.txt', 'text/plain', 'hello'],
      ['expires_in_seconds', '3600'],
    ]);
  });

  test('takes the filename from the options or from the path, and sends a content-length', async () => {
    await writeFile(join(folder, 'report.pdf'), '%PDF-1.7');
    const server = await serve(json(file));
    const { files } = clientFor(server.url);
    await files.upload(new File(['x'], 'a "b"\r\n.csv', { type: 'text/csv' }), { filename: 'ok.csv' });
    await files.upload(await fileFromPath(join(folder, 'report.pdf')));
    await files.upload(
      await fileFromPath(pathToFileURL(join(folder, 'report.pdf')), { filename: 'x.bin', mediaType: 'a/b' }),
    );
    expect(await Promise.all(server.received.map(partsOf))).toEqual([
      [['file', 'ok.csv', 'text/csv', 'x']],
      [['file', 'report.pdf', 'application/pdf', '%PDF-1.7']],
      [['file', 'x.bin', 'a/b', '%PDF-1.7']],
    ]);
    for (const { headers } of server.received) expect(headers).toHaveProperty('content-length');
    await expect(fileFromPath(join(folder, 'absent.txt'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('rejects invalid filenames, expiry times and sources', async () => {
    const { files } = clientFor('http://127.0.0.1:1');
    const bytes = text('x');
    for (const filename of ['', 'a/', 'a?b', 'tab\tbed', 'x'.repeat(256), undefined]) {
      const error = await failureOf(files.upload(bytes, untyped({ filename })));
      expect(error).toMatchObject({ name: 'ValidationError', problems: [{ path: 'filename' }] });
    }
    for (const expires_in_seconds of [3599, 7_776_001, 4000.5]) {
      const error = await failureOf(files.upload(bytes, { filename: 'a', expires_in_seconds }));
      expect(error).toMatchObject({ problems: [{ path: 'expires_in_seconds' }] });
    }
    for (const source of ['./report.pdf', undefined, 7, {}]) {
      const error = await failureOf(files.upload(untyped(source), { filename: 'a' }));
      expect(error).toMatchObject({ problems: [{ path: 'source' }] });
    }
    const path = await failureOf(files.upload(untyped('./report.pdf'), { filename: 'a' }));
    expect(String(path)).toContain('a path goes through fileFromPath() of clust/node');
  });

  test('retries an upload of bytes, but not of a stream', async () => {
    const busy = apiError(529, 'overloaded_error', 'Busy', { 'retry-after-ms': '1' });
    const server = await serve(busy, json(file), busy);
    const { files } = clientFor(server.url);
    await files.upload(text('hello'), { filename: 'a' });
    const [first, second] = await Promise.all(server.received.map(partsOf));
    expect(second).toEqual(first);
    const error = await failureOf(files.upload(webStream('hello'), { filename: 'a' }));
    expect(error).toMatchObject({ status: 529, attempts: 1, retryable: true });
    expect(server.received.length).toBe(3);
  });

  test('cancels its stream when it is aborted, and rejects when the stream fails', async () => {
    const server = await serve(json(file));
    const { files } = clientFor(server.url);
    const controller = new AbortController();
    const canceled = jest.fn<() => void>();
    const endless = new ReadableStream<Uint8Array>({
      async pull(stream) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        stream.enqueue(text('more'));
      },
      cancel: canceled,
    });
    setTimeout(() => controller.abort('enough'), 50);
    const aborted = failureOf(files.upload(endless, { filename: 'a', signal: controller.signal }));
    expect(await aborted).toMatchObject({ name: 'AbortedError', cause: 'enough' });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(canceled).toHaveBeenCalled();

    const failing = Readable.from(
      (async function* () {
        yield text('start');
        throw new Error('the disk is gone');
      })(),
    );
    const error = await failureOf(files.upload(failing, { filename: 'a' }));
    expect(error).toMatchObject({ name: 'ConnectionError' });
    expect(String(error)).toContain('the disk is gone');
  });

  test('does not follow a redirect', async () => {
    const elsewhere = await serve(json(file));
    const server = await serve(raw('', 307, { location: elsewhere.url }));
    for (const source of [text('secret'), webStream('secret')]) {
      const error = await failureOf(clientFor(server.url).files.upload(source, { filename: 'a' }));
      expect(error).toMatchObject({ name: 'ConnectionError', retryable: false, attempts: 1 });
      expect(String(error)).toContain('redirects to another place, which is not followed');
    }
    expect(elsewhere.received).toEqual([]);
  });

  test('bypasses ky, and passes the extra options to a custom fetch', async () => {
    const server = await serve(json(file));
    const seen: object[] = [];
    const hook = jest.fn<() => void>();
    const builder = ClientBuilder.create().apiKey(ApiKey.of(KEY)).baseUrl(server.url);
    const client = builder
      .http(ky.create({ hooks: { beforeRequest: [hook] } }))
      .fetch(
        (url, init) => {
          seen.push(init);
          return fetch(url, init as RequestInit);
        },
        { dispatcher: undefined, extra: 1 },
      )
      .build();
    await client.files.upload(webStream('hi'), { filename: 'a' });
    expect(seen).toMatchObject([
      { extra: 1, redirect: 'error', duplex: 'half', headers: { 'x-api-key': KEY } },
    ]);
    expect(hook).not.toHaveBeenCalled();
  });
});

describe('files.list, files.retrieve and files.delete', () => {
  test('list() follows pages by next_page, and rejects an empty list of ids and one of 101', async () => {
    const server = await serve(
      answering(({ url }) =>
        url.includes('page=page_2')
          ? json({ data: [{ ...file, id: 'file_03' }], next_page: null })
          : json({ data: [file, { ...file, id: 'file_02' }], next_page: 'page_2' }),
      ),
    );
    const { files } = clientFor(server.url);
    expect((await collect(files.list({ limit: 2 }))).map(({ id }) => id)).toEqual([
      'file_01',
      'file_02',
      'file_03',
    ]);
    await collect(files.list({ ids: ['file_01', 'file_02'] }));
    expect(calls(server.received).slice(0, 3)).toEqual([
      'GET /v1/files?limit=2',
      'GET /v1/files?limit=2&page=page_2',
      'GET /v1/files?ids[]=file_01&ids[]=file_02',
    ]);
    for (const ids of [[], Array(101).fill('file_01')]) {
      expect(await failureOf(collect(files.list({ ids })))).toMatchObject({ name: 'ValidationError' });
    }
  });

  test('retrieve() and delete() call the endpoint of one file', async () => {
    const server = await serve(
      json(file),
      json({ id: 'file_01', type: 'file_deleted' }),
      apiError(404, 'not_found_error', 'Gone'),
    );
    const { files } = clientFor(server.url);
    expect((await files.retrieve('file_01')).size_bytes).toBe(5);
    expect((await files.delete('file_01')).type).toBe('file_deleted');
    expect(await failureOf(files.retrieve('file_01'))).toMatchObject({ status: 404 });
    expect(calls(server.received)).toEqual([
      'GET /v1/files/file_01',
      'DELETE /v1/files/file_01',
      'GET /v1/files/file_01',
    ]);
    expect(await failureOf(files.delete('..'))).toMatchObject({ name: 'ValidationError' });
  });

  test('retrieve() returns an id that a request takes as an image, a document or an upload', async () => {
    const server = await serve(json(file));
    const { id } = await clientFor(server.url).files.retrieve('file_01');
    const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
      .maxTokens(9)
      .user([image({ file_id: id }), document({ file_id: id }), { type: 'container_upload', file_id: id }])
      .build();
    expect(JSON.stringify(request).match(/"file_id":"file_01"/g)).toHaveLength(3);
  });
});

describe('files.download', () => {
  const content = (body: string) =>
    raw(body, 200, { 'content-type': 'text/csv', 'content-length': `${body.length}` });

  test('returns bytes, text or a stream', async () => {
    const server = await serve(content('a,b\n'));
    const { files } = clientFor(server.url);
    const download = await files.download('file_01');
    expect(download).toMatchObject({ mediaType: 'text/csv', size: 4, http: { status: 200 } });
    expect(await collect(download.stream)).toEqual([text('a,b\n')]);
    expect(await (await files.download('file_01')).bytes()).toEqual(text('a,b\n'));
    expect(await files.download('file_01').bytes()).toEqual(text('a,b\n'));
    expect(await files.download('file_01').text()).toBe('a,b\n');
    expect(server.received[0]).toMatchObject({
      method: 'GET',
      url: '/v1/files/file_01/content',
      headers: { accept: 'application/binary', 'x-api-key': KEY },
    });
  });

  test('retries an overloaded API, and rejects with an API error', async () => {
    const server = await serve(
      apiError(529, 'overloaded_error', 'Busy', { 'retry-after-ms': '1' }),
      content('ok'),
      apiError(400, 'invalid_request_error', 'Uploads cannot be downloaded'),
    );
    const { files } = clientFor(server.url);
    expect(await files.download('file_01').text()).toBe('ok');
    expect(await failureOf(files.download('file_01').text())).toMatchObject({ status: 400 });
  });

  test('makes the reader throw when the download is cut off, stalls or is aborted', async () => {
    const cut = await serve(resetAfter('half', { 'content-length': '8' }));
    expect(await failureOf(clientFor(cut.url).files.download('f').bytes())).toMatchObject({
      name: 'ConnectionError',
      phase: 'body',
    });
    const short = ClientBuilder.create()
      .apiKey(ApiKey.of(KEY))
      .fetch(async () => new Response('half', { headers: { 'content-length': '8' } }))
      .build();
    expect(String(await failureOf(short.files.download('f').text()))).toContain(
      'broke off after 4 of 8 bytes',
    );
    const stalled = await serve(stallAfter('half'), stallAfter('half'), stall);
    const { files } = clientFor(stalled.url);
    const options = { timeout: { idle: 30 } };
    expect(await failureOf(files.download('f', options).text())).toMatchObject({
      name: 'TimeoutError',
      phase: 'idle',
    });
    const controller = new AbortController();
    const { stream } = await files.download('f', { signal: controller.signal });
    const reader = stream.getReader();
    await reader.read();
    controller.abort('enough');
    expect(await failureOf(reader.read())).toMatchObject({ name: 'AbortedError', cause: 'enough' });
    expect(await failureOf(files.download('f', { timeout: { headers: 30 } }))).toMatchObject({
      phase: 'headers',
    });
  });

  test('closes the connection when the reader cancels the stream', async () => {
    const server = await serve(stallAfter('half'));
    const { stream } = await clientFor(server.url).files.download('f');
    await stream.cancel();
    while (server.open() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  test('is saved by saveTo() completely or not at all', async () => {
    const server = await serve(
      content('whole'),
      content('again'),
      resetAfter('half', { 'content-length': '8' }),
      content('x'),
    );
    const { files } = clientFor(server.url);
    const inside = await mkdtemp(join(folder, 'save-'));
    const path = join(inside, 'out.csv');
    await saveTo(await files.download('f'), path);
    expect(await readFile(path, 'utf8')).toBe('whole');
    await saveTo(files.download('f'), pathToFileURL(path));
    expect(await readFile(path, 'utf8')).toBe('again');
    expect(await failureOf(saveTo(files.download('f'), path))).toMatchObject({ name: 'ConnectionError' });
    expect(await readFile(path, 'utf8')).toBe('again');
    expect(await failureOf(saveTo(files.download('f'), join(inside, 'no', 'such', 'folder')))).toMatchObject({
      code: 'ENOENT',
    });
    expect(await readdir(inside)).toEqual(['out.csv']);
    while (server.open() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
