import { execFileSync } from 'node:child_process';
import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type MemoryInput, memoryTool, ToolList } from '../../lib/index.js';
import { memoryDirectory } from '../../lib/node/index.js';
import { root } from '../support/typescript-versions.js';

let home: string;
let directory: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'clust-memory-'));
  directory = join(home, 'memories');
  await writeFile(join(home, 'secret.txt'), 'the secret');
});
afterEach(() => rm(home, { recursive: true }));

/** The tool result for a command. */
async function ask(input: MemoryInput): Promise<{ content?: unknown; is_error?: boolean | undefined }> {
  const { content, is_error } = await ToolList.of(memoryTool(memoryDirectory(directory))).call({
    type: 'tool_use',
    id: 'toolu_1',
    name: 'memory',
    input,
  });
  return { content, is_error };
}

describe('memoryTool with memoryDirectory', () => {
  test('creates, views, edits, renames and deletes files, with the documented messages', async () => {
    const path = '/memories/notes/a.txt';
    const run = async (input: MemoryInput) => (await ask(input)).content;
    expect(await run({ command: 'create', path, file_text: 'one\ntwo\nthree' })).toBe(
      'File created successfully at: /memories/notes/a.txt',
    );
    expect(await run({ command: 'view', path: '/memories' })).toMatch(
      /^Here're the files and directories up to 2 levels deep in \/memories, excluding hidden items and node_modules:\n[\d.]+K\t\/memories\n[\d.]+K\t\/memories\/notes\n0\.0K\t\/memories\/notes\/a\.txt$/,
    );
    expect(await run({ command: 'str_replace', path, old_str: 'two', new_str: '2' })).toBe(
      'The memory file has been edited.\n     1\tone\n     2\t2\n     3\tthree',
    );
    expect(await run({ command: 'insert', path, insert_line: 0, insert_text: 'zero\n' })).toBe(
      'The file /memories/notes/a.txt has been edited.',
    );
    expect(await run({ command: 'view', path, view_range: [1, 3] })).toBe(
      "Here's the content of /memories/notes/a.txt with line numbers:\n     1\tzero\n     2\tone\n     3\t2",
    );
    const moved = '/memories/b.txt';
    expect(await run({ command: 'rename', old_path: path, new_path: moved })).toBe(
      'Successfully renamed /memories/notes/a.txt to /memories/b.txt',
    );
    expect(await readFile(join(directory, 'b.txt'), 'utf8')).toBe('zero\none\n2\nthree');
    expect(await run({ command: 'delete', path: moved })).toBe('Successfully deleted /memories/b.txt');
    expect(await ask({ command: 'view', path: moved })).toEqual({
      content: 'Error: The path /memories/b.txt does not exist. Please provide a valid path.',
      is_error: true,
    });
  });

  test.each<[MemoryInput, string]>([
    [{ command: 'create', path: '/memories/d', file_text: '' }, 'Error: File /memories/d already exists'],
    [{ command: 'create', path: '/memories/a', file_text: '' }, 'Error: File /memories/a already exists'],
    [
      { command: 'str_replace', path: '/memories/d', old_str: 'a' },
      'Error: The path /memories/d does not exist. Please provide a valid path.',
    ],
    [
      { command: 'create', path: '/memories/a/b', file_text: '' },
      'Error: create /memories/a/b: a part of the path is a file, not a directory.',
    ],
    [
      { command: 'rename', old_path: '/memories/d', new_path: '/memories/d/e' },
      'Error: rename /memories/d to /memories/d/e: a directory cannot move into itself.',
    ],
    [
      { command: 'rename', old_path: '/memories/d', new_path: '/memories/a' },
      'Error: The destination /memories/a already exists',
    ],
    [
      { command: 'view', path: '/memories/a', view_range: [0, 9] },
      'Error: Invalid `view_range` parameter: [0, 9]. It should be within the range of lines of the file: [1, 3]',
    ],
    [
      { command: 'view', path: '/memories/a', view_range: [2, 1] },
      'Error: Invalid `view_range` parameter: [2, 1]. It should be within the range of lines of the file: [1, 3]',
    ],
    [
      { command: 'str_replace', path: '/memories/a', old_str: 'x', new_str: 'y' },
      'No replacement was performed. Multiple occurrences of old_str `x` in lines: 1, 1, 3. Please ensure it is unique',
    ],
    [
      { command: 'str_replace', path: '/memories/a', old_str: 'z' },
      'No replacement was performed, old_str `z` did not appear verbatim in /memories/a.',
    ],
    [
      { command: 'insert', path: '/memories/a', insert_line: 9, insert_text: 'y' },
      'Error: Invalid `insert_line` parameter: 9. It should be within the range of lines of the file: [0, 3]',
    ],
    [{ command: 'delete', path: '/memories' }, 'Error: /memories itself cannot be deleted'],
    [
      { command: 'create', path: '/memories/big', file_text: 'x'.repeat(2 ** 20 + 1) },
      'Error: /memories/big would be larger than 1048576 bytes. Use several files.',
    ],
    [
      { command: 'view', path: '/memories/huge' },
      'Error: The file /memories/huge is larger than 1048576 bytes.',
    ],
    [
      { command: 'view', path: '/memories/long' },
      'Error: Lines 1 to 2 of /memories/long have 150016 characters, and at most 100000 are shown. Use a smaller view_range.',
    ],
    [{ command: 'view', path: '/memories/latin1' }, 'Error: The file /memories/latin1 is not a UTF-8 text.'],
    [
      { command: 'insert', path: '/memories/latin1', insert_line: 0, insert_text: 'y' },
      'Error: The file /memories/latin1 is not a UTF-8 text.',
    ],
    [{ command: 'view', path: '/memories/fifo' }, 'Error: The file /memories/fifo is not a regular file.'],
    [
      { command: 'str_replace', path: '/memories/fifo', old_str: 'a' },
      'Error: The file /memories/fifo is not a regular file.',
    ],
  ])(
    '%# returns the documented error, without the path of the directory on disk',
    async (input, sentence) => {
      await mkdir(join(directory, 'd'), { recursive: true });
      await writeFile(join(directory, 'a'), 'x x\ntwo\nx');
      await writeFile(join(directory, 'huge'), Buffer.alloc(2 ** 20 + 1, 'x'));
      await writeFile(join(directory, 'long'), `${'x'.repeat(150_000)}\n!`);
      await writeFile(join(directory, 'latin1'), Buffer.from([0x63, 0x61, 0x66, 0xe9]));
      execFileSync('mkfifo', [join(directory, 'fifo')]);
      expect(await ask(input)).toEqual({ content: sentence, is_error: true });
      expect(await readFile(join(directory, 'latin1'))).toEqual(Buffer.from([0x63, 0x61, 0x66, 0xe9]));
    },
  );

  test('keeps the line break at the end of a file, or its absence, in an insert', async () => {
    const insert = async (file_text: string, insert_line: number, insert_text: string) => {
      await rm(join(directory, 'a'), { force: true });
      await ask({ command: 'create', path: '/memories/a', file_text });
      await ask({ command: 'insert', path: '/memories/a', insert_line, insert_text });
      return readFile(join(directory, 'a'), 'utf8');
    };
    expect(await insert('', 0, 'one\n')).toBe('one\n');
    expect(await insert('one\n', 1, 'two\n')).toBe('one\ntwo\n');
    expect(await insert('one\n', 1, 'two')).toBe('one\ntwo\n');
    expect(await insert('one', 1, 'two')).toBe('one\ntwo');
    expect(await insert('one', 0, 'zero\n')).toBe('zero\none');
  });

  test('applies parallel edits of one file, also from two memoryDirectory objects', async () => {
    await ask({ command: 'create', path: '/memories/a', file_text: 'start\n' });
    const one = ToolList.of(memoryTool(memoryDirectory(directory)));
    const uses = Array.from({ length: 20 }, (_, index) => ({
      type: 'tool_use' as const,
      id: `toolu_${index}`,
      name: 'memory',
      input: { command: 'insert', path: '/memories/a', insert_line: 1, insert_text: `edit ${index}\n` },
    }));
    const other = ToolList.of(memoryTool(memoryDirectory(join(directory, '.'))));
    const answers = [
      one.callAll({ content: uses.slice(0, 10), stop_reason: 'tool_use' }),
      other.callAll({ content: uses.slice(10), stop_reason: 'tool_use' }),
    ];
    for (const result of (await Promise.all(answers)).flat()) expect(result.is_error).toBeUndefined();
    const lines = (await readFile(join(directory, 'a'), 'utf8')).split('\n');
    expect(new Set(lines)).toEqual(new Set(['start', ...uses.map((_, index) => `edit ${index}`), '']));
  });

  test('leaves the file unchanged and no temporary file when a write fails', async () => {
    await ask({ command: 'create', path: '/memories/a', file_text: 'the old text' });
    const program = `
      import { memoryTool, ToolList } from 'clust';
      import { memoryDirectory } from 'clust/node';
      const list = ToolList.of(memoryTool(memoryDirectory(process.argv[1])));
      const input = { command: 'str_replace', path: '/memories/a', old_str: 'old', new_str: 'x'.repeat(500_000) };
      console.log((await list.call({ type: 'tool_use', id: 'toolu_1', name: 'memory', input })).content);`;
    // The file size limit makes the write fail midway, as a full disk would.
    const node = [
      '-c',
      'ulimit -f 100; exec "$@"',
      'bash',
      process.execPath,
      '--input-type=module',
      '--eval',
    ];
    const printed = execFileSync('bash', [...node, program, directory], { cwd: root, encoding: 'utf8' });
    expect(printed).toBe('Error: str_replace /memories/a: EFBIG.\n');
    expect(await readFile(join(directory, 'a'), 'utf8')).toBe('the old text');
    expect(await readdir(directory)).toEqual(['a']);
  });

  test('creates files and folders that only their owner can read', async () => {
    await ask({ command: 'create', path: '/memories/notes/a', file_text: 'x' });
    await ask({ command: 'insert', path: '/memories/notes/a', insert_line: 0, insert_text: 'y' });
    const modes = [directory, join(directory, 'notes'), join(directory, 'notes/a')].map(async (path) =>
      ((await stat(path)).mode & 0o777).toString(8),
    );
    expect(await Promise.all(modes)).toEqual(['700', '700', '600']);
  });

  test('deletes or renames a symbolic link, not its target', async () => {
    await mkdir(join(directory, 'kept'), { recursive: true });
    await writeFile(join(directory, 'kept/a'), 'x');
    await symlink(join(directory, 'kept'), join(directory, 'link'));
    await symlink(join(home, 'secret.txt'), join(directory, 'out'));
    expect(await ask({ command: 'view', path: '/memories/link/a' })).toMatchObject({ is_error: undefined });
    await ask({ command: 'rename', old_path: '/memories/out', new_path: '/memories/away' });
    expect(await readlink(join(directory, 'away'))).toBe(join(home, 'secret.txt'));
    for (const name of ['link', 'away'])
      expect(await ask({ command: 'delete', path: `/memories/${name}` })).toMatchObject({
        is_error: undefined,
      });
    await expect(lstat(join(directory, 'link'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readFile(join(directory, 'kept/a'), 'utf8')).toBe('x');
    expect(await readFile(join(home, 'secret.txt'), 'utf8')).toBe('the secret');
  });

  test.each([
    '/etc/passwd',
    '/memories/../secret.txt',
    '/memories/a/../../secret.txt',
    '../secret.txt',
    '/memoriesx/a',
    '/memories/..\\secret.txt',
    '/memories/a\0b',
  ])('rejects the path %j', async (path) => {
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

  test('does not follow a symbolic link out of the directory', async () => {
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
});
