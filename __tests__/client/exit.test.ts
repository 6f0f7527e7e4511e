import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { json, raw, serve, stallAfter } from '../support/loopback.js';
import { answer, sse, textBlock } from '../support/streams.js';
import { root } from '../support/typescript-versions.js';

/** A program with the source of clust bundled into it. */
async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ApiKey, ClientBuilder } from './lib/index.ts';\n${code}`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** Well below the timeouts of the calls, a minute or longer, and well above the time that Node needs to exit. */
const EXIT_TIMEOUT = 20_000;

/** Runs the program until it exits on its own. Rejects when something keeps it alive. */
async function runUntilExit(code: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'clust-'));
  const program = join(folder, 'program.mjs');
  await writeFile(program, await bundle(code));
  await promisify(execFile)(process.execPath, [program], { timeout: EXIT_TIMEOUT });
  await rm(folder, { recursive: true });
}

const message = { id: 'msg_1', type: 'message', role: 'assistant', model: 'm', content: [], usage: {} };
const body = `{ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] }`;

test('AT-2.5 no timer and no listener keeps the process alive after the calls have ended', async () => {
  const events = raw(sse(...answer(textBlock(0, 'Hi'))), 200, { 'content-type': 'text/event-stream' });
  const server = await serve(
    json(message),
    events,
    stallAfter(sse(...answer(textBlock(0, 'Hi')).slice(0, 3)), { 'content-type': 'text/event-stream' }),
    stallAfter('{'),
  );
  const code = `
    const client = ClientBuilder.create().apiKey(ApiKey.of('test')).baseUrl('${server.url}').build();
    const { signal } = new AbortController();
    await client.createMessage(${body}, { signal, timeout: { total: 60_000 } });
    await client.createMessageStream(${body}, { signal }).finalMessage();
    for await (const event of client.createMessageStream(${body}, { signal })) if (event.type === 'content_block_start') break;
    await client.createMessage(${body}, { timeout: { idle: 50 } }).catch(() => undefined);
  `;
  await expect(runUntilExit(code)).resolves.toBeUndefined();
  expect(server.received).toHaveLength(4);
}, 30_000);
