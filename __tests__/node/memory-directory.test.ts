import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type MemoryInput, memoryTool, ToolList } from '../../lib/index.js';
import { memoryDirectory } from '../../lib/node/index.js';

let home: string;
let directory: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'clust-memory-'));
  directory = join(home, 'memories');
  await writeFile(join(home, 'secret.txt'), 'the secret');
});
afterEach(() => rm(home, { recursive: true }));

/** What the model gets for a command. */
async function ask(input: MemoryInput): Promise<{ content?: unknown; is_error?: boolean | undefined }> {
  const { content, is_error } = await ToolList.of(memoryTool(memoryDirectory(directory))).call({
    type: 'tool_use',
    id: 'toolu_1',
    name: 'memory',
    input,
  });
  return { content, is_error };
}

describe('memoryTool over a directory', () => {
  test('creates, views, edits, renames and deletes', async () => {
    await ask({ command: 'create', path: '/memories/notes/a.txt', file_text: 'one\ntwo\nthree' });
    expect(await ask({ command: 'view', path: '/memories' })).toEqual({
      content: '/memories/\n/memories/notes/\n/memories/notes/a.txt',
      is_error: undefined,
    });
    await ask({ command: 'str_replace', path: '/memories/notes/a.txt', old_str: 'two', new_str: 'zwei' });
    await ask({ command: 'insert', path: '/memories/notes/a.txt', insert_line: 0, insert_text: 'zero\n' });
    expect((await ask({ command: 'view', path: '/memories/notes/a.txt', view_range: [1, 3] })).content).toBe(
      '     1\tzero\n     2\tone\n     3\tzwei',
    );
    await ask({ command: 'rename', old_path: '/memories/notes/a.txt', new_path: '/memories/b.txt' });
    expect(await readFile(join(directory, 'b.txt'), 'utf8')).toBe('zero\none\nzwei\nthree');
    await ask({ command: 'delete', path: '/memories/b.txt' });
    expect((await ask({ command: 'view', path: '/memories/b.txt' })).content).toBe(
      'memory failed: There is nothing at /memories/b.txt.',
    );
  });

  test.each<[MemoryInput, string]>([
    [{ command: 'create', path: '/memories/d', file_text: '' }, 'create /memories/d: it is a directory.'],
    [
      { command: 'str_replace', path: '/memories/d', old_str: 'a' },
      'str_replace /memories/d: it is a directory.',
    ],
    [
      { command: 'create', path: '/memories/a/b', file_text: '' },
      'create /memories/a/b: a part of the path is a file, and no directory.',
    ],
    [
      { command: 'rename', old_path: '/memories/d', new_path: '/memories/d/e' },
      'rename /memories/d to /memories/d/e: a directory cannot move into itself.',
    ],
    [
      { command: 'view', path: '/memories/a', view_range: [0, 9] },
      '/memories/a has the lines 1 to 2: there is no range 0 to 9.',
    ],
    [
      { command: 'view', path: '/memories/a', view_range: [2, 1] },
      '/memories/a has the lines 1 to 2: there is no range 2 to 1.',
    ],
  ])('%j fails in a sentence, that does not say where the directory is', async (input, sentence) => {
    await mkdir(join(directory, 'd'), { recursive: true });
    await writeFile(join(directory, 'a'), 'one\ntwo');
    expect(await ask(input)).toEqual({ content: `memory failed: ${sentence}`, is_error: true });
  });

  test.each([
    '/etc/passwd',
    '/memories/../secret.txt',
    '/memories/a/../../secret.txt',
    '../secret.txt',
    '/memoriesx/a',
    '/memories/..\\secret.txt',
    '/memories/a\0b',
  ])('refuses %j', async (path) => {
    for (const input of [
      { command: 'view', path },
      { command: 'create', path, file_text: 'x' },
      { command: 'delete', path },
    ] as const) {
      expect(await ask(input)).toMatchObject({
        is_error: true,
        content: expect.stringMatching(/is not inside/),
      });
    }
    expect(await readFile(join(home, 'secret.txt'), 'utf8')).toBe('the secret');
  });

  test('follows no symbolic link out of the directory', async () => {
    await mkdir(directory);
    await symlink(join(home, 'secret.txt'), join(directory, 'file'));
    await symlink(home, join(directory, 'folder'));
    await symlink(join(home, 'not-there.txt'), join(directory, 'dangling'));
    for (const path of [
      '/memories/file',
      '/memories/folder/secret.txt',
      '/memories/folder/new.txt',
      '/memories/dangling',
    ]) {
      expect(await ask({ command: 'create', path, file_text: 'mine' })).toMatchObject({ is_error: true });
      expect(await ask({ command: 'view', path })).toMatchObject({ is_error: true });
    }
    expect(await readFile(join(home, 'secret.txt'), 'utf8')).toBe('the secret');
    await expect(readFile(join(home, 'not-there.txt'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(readFile(join(home, 'new.txt'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('deletes no more than was asked for: not the whole of it', async () => {
    await ask({ command: 'create', path: '/memories/a.txt', file_text: 'x' });
    expect(await ask({ command: 'delete', path: '/memories' })).toMatchObject({ is_error: true });
    expect(
      await ask({ command: 'rename', old_path: '/memories/a.txt', new_path: '/memories/a.txt' }),
    ).toMatchObject({
      is_error: true,
    });
    expect(await readFile(join(directory, 'a.txt'), 'utf8')).toBe('x');
  });

  test('says of an edit that does not fit why', async () => {
    await ask({ command: 'create', path: '/memories/a.txt', file_text: 'x x' });
    expect(
      (await ask({ command: 'str_replace', path: '/memories/a.txt', old_str: 'x', new_str: 'y' })).content,
    ).toMatch(/2 times/);
    expect((await ask({ command: 'str_replace', path: '/memories/a.txt', old_str: 'z' })).content).toMatch(
      /does not hold/,
    );
    expect(
      (await ask({ command: 'insert', path: '/memories/a.txt', insert_line: 9, insert_text: 'y' })).content,
    ).toMatch(/no line 9/);
  });
});
