import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { root } from '../support/typescript-versions.js';

/** Replacements that turn the installed official SDK into a newer one. */
const newer: readonly (readonly [file: string, text: string, replacement: string])[] = [
  ['resources/messages/messages.d.mts', "'claude-opus-5-5' |", "'claude-opus-9' | 'claude-opus-5-5' |"],
  [
    'resources/beta/messages/messages.d.mts',
    'inference_geo?: string | null;',
    'inference_geo?: number | null; tempo?: string;',
  ],
  [
    'resources/beta/messages/messages.d.mts',
    'export type BetaStopReason = ',
    "export type BetaStopReason = 'tired' | ",
  ],
  [
    'resources/beta/messages/messages.d.mts',
    'export type BetaContentBlock = ',
    "export type BetaContentBlock = { type: 'sonnet_block' } | ",
  ],
  [
    'resources/beta/messages/messages.d.mts',
    'export type BetaToolUnion = ',
    "export type BetaToolUnion = { type: 'loom_20270101'; name: 'loom' } | ",
  ],
  [
    'resources/beta/messages/messages.d.mts',
    'export type BetaRawMessageStreamEvent = ',
    "export type BetaRawMessageStreamEvent = { type: 'message_pause' } | ",
  ],
  [
    'resources/beta/beta.d.mts',
    'export type AnthropicBeta = (string & {}) | ',
    "export type AnthropicBeta = (string & {}) | 'loom-2027-01-01' | ",
  ],
  ['resources/shared.d.mts', 'export type ErrorType = ', "export type ErrorType = 'tired_error' | "],
  [
    'internal/data/deprecated-models.mjs',
    'export const DEPRECATED_MODELS = {',
    "export const DEPRECATED_MODELS = { 'claude-opus-4-6': 'March 1st, 2027',",
  ],
  ['resources/models.d.mts', 'display_name: string;', 'display_name: string[];'],
  ['resources/files.mjs', "'/v1/files'", "'/v1/looms', '/v1/files'"],
];

/** The files of `@ai-sdk/anthropic` that the script reads. */
const ai = {
  'package.json': '{"name":"@ai-sdk/anthropic","version":"99.0.0","types":"dist/index.d.ts"}',
  'dist/index.d.ts': "export declare const anthropic: (id: 'claude-opus-5-5' | 'claude-haiku-9') => unknown;",
  'dist/index.js': "['shuttle-2027-02-02', 'shuttle_20270202', 'fast-mode-2026-02-01'];",
};

let folder = '';

beforeAll(async () => {
  await mkdir(`${root}.cache`, { recursive: true });
  folder = await mkdtemp(`${root}.cache/fresh-`);
  const sdk = `${folder}/node_modules/@anthropic-ai/sdk`;
  await mkdir(sdk, { recursive: true });
  await cp(`${root}node_modules/@anthropic-ai/sdk`, sdk, {
    recursive: true,
    filter: (path) => !/\.(map|ts|js)$|\/src$/.test(path) || path.endsWith('package.json'),
  });
  await writeFile(`${folder}/package.json`, '{"private":true,"type":"module"}');
});

afterAll(() => rm(folder, { recursive: true }));

/** Runs the script on the packages in the folder. */
async function fresh(
  ...more: readonly string[]
): Promise<{ readonly code: number; readonly stdout: string }> {
  const args = [`${root}scripts/fresh/main.mjs`, '--from', folder, ...more];
  return promisify(execFile)(process.execPath, args, { cwd: root }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  );
}

test('fresh exits with 0 when clust lacks nothing, and lists what only clust has', async () => {
  const { code, stdout } = await fresh();
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(
      /^@anthropic-ai\/sdk [\d.]+\nmodels: 0 missing in clust, \d+ only in clust\n {2}- /,
    ),
  });
  // The official SDK no longer has this model.
  expect(stdout).toMatch(/^ {2}- claude-3-opus-20240229$/m);
}, 60_000);

test('fresh lists every name and field that newer SDKs have, and exits with 1', async () => {
  const path = (file: string) => `${folder}/node_modules/@anthropic-ai/sdk/${file}`;
  for (const [file, text, replacement] of newer) {
    const before = await readFile(path(file), 'utf8');
    expect([file, before]).toEqual([file, expect.stringContaining(text)]);
    await writeFile(path(file), before.replaceAll(text, replacement));
  }
  await mkdir(`${folder}/node_modules/@ai-sdk/anthropic/dist`, { recursive: true });
  for (const [file, text] of Object.entries(ai))
    await writeFile(`${folder}/node_modules/@ai-sdk/anthropic/${file}`, text);

  const { code, stdout } = await fresh('--json');
  expect(code).toBe(1);
  const { versions, lists } = JSON.parse(stdout) as {
    versions: Readonly<Record<string, string>>;
    lists: readonly { readonly list: string; readonly missing: readonly string[] }[];
  };
  expect(versions).toMatchObject({ '@ai-sdk/anthropic': '99.0.0' });
  const missing = lists.filter((each) => each.missing.length > 0).map((each) => [each.list, each.missing]);
  expect(Object.fromEntries(missing)).toEqual({
    models: ['claude-opus-9'],
    betas: ['loom-2027-01-01'],
    'stop reasons': ['tired'],
    'error types': ['tired_error'],
    'request fields': ['tempo'],
    'content blocks': ['sonnet_block'],
    tools: ['loom_20270101'],
    events: ['message_pause'],
    'retirement dates': ['claude-opus-4-6 2027-03-01'],
    endpoints: ['looms'],
    'models of @ai-sdk/anthropic': ['claude-haiku-9'],
    'betas of @ai-sdk/anthropic': ['shuttle-2027-02-02'],
    'tools of @ai-sdk/anthropic': ['shuttle_20270202'],
    'missing fields': expect.arrayContaining(['request tempo']),
    'fields with incompatible types': expect.arrayContaining(['request inference_geo', 'model display_name']),
  });

  const listed = await fresh();
  expect(listed).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^betas: 1 missing in clust.*\n {2}\+ loom-2027-01-01$/m),
  });
}, 120_000);
