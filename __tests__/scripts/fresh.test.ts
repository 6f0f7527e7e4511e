import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { root } from '../support/typescript-versions.js';

/** An official SDK that is newer than ours: the installed one with these texts replaced. */
const newer: readonly (readonly [file: string, text: string, replacement: string])[] = [
  ['messages/messages.d.mts', "'claude-opus-5-5' |", "'claude-opus-9' | 'claude-opus-5-5' |"],
  [
    'beta/messages/messages.d.mts',
    'inference_geo?: string | null;',
    'inference_geo?: number | null; tempo?: string;',
  ],
];

test('fresh names what a newer SDK has, field by field, and ends with 1', async () => {
  await mkdir(`${root}.cache`, { recursive: true });
  const folder = await mkdtemp(`${root}.cache/fresh-`);
  try {
    const sdk = `${folder}/node_modules/@anthropic-ai/sdk`;
    await mkdir(sdk, { recursive: true });
    await cp(`${root}node_modules/@anthropic-ai/sdk`, sdk, {
      recursive: true,
      filter: (path) => !/\.(map|ts|js)$|\/src$/.test(path) || path.endsWith('package.json'),
    });
    await writeFile(`${folder}/package.json`, '{"private":true,"type":"module"}');
    for (const [file, text, replacement] of newer) {
      const path = `${sdk}/resources/${file}`;
      const before = await readFile(path, 'utf8');
      expect([file, before]).toEqual([file, expect.stringContaining(text)]);
      await writeFile(path, before.replaceAll(text, replacement));
    }
    const args = [`${root}scripts/fresh/main.mjs`, '--from', folder, '--json'];
    const failed = await promisify(execFile)(process.execPath, args, { cwd: root }).catch(
      (error: { code: number; stdout: string }) => error,
    );
    expect(failed).toMatchObject({ code: 1 });
    const { lists } = JSON.parse(failed.stdout) as {
      lists: readonly { readonly list: string; readonly missing: readonly string[] }[];
    };
    expect(lists.filter(({ missing }) => missing.length > 0)).toEqual([
      expect.objectContaining({ list: 'models', missing: ['claude-opus-9'] }),
      expect.objectContaining({ list: 'request fields', missing: ['tempo'] }),
      expect.objectContaining({ list: 'fields not declared here', missing: ['request tempo'] }),
      expect.objectContaining({ list: 'fields whose types do not fit', missing: ['request inference_geo'] }),
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 120_000);
