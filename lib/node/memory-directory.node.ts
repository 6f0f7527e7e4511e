import { lstat, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { MemoryBackend, MemoryInput } from '../tools/defined/memory-tool.js';
import type { ToolContext } from '../tools/tool.js';
import { ToolFailure } from '../tools/tool-failure.js';
import { codeOf, confinedPath, followedPath } from './confined-path.node.js';
import { listDirectory } from './list-directory.node.js';
import { insertLines, replaceOnce, viewLines } from './memory-text.js';
import { maxFileBytes, readTextFile, UnreadableFile, writeTextFile } from './text-file.node.js';

/**
 * Stores the model's memory in a directory. `/memories` is the directory, which is created if it does not exist. The
 * model gets the results that the API documents for its memory tool.
 *
 * - Commands on one directory run one after the other, including those of several calls or runs in this process.
 * - A file is replaced as a whole: its old content survives a full disk or a killed process.
 * - No path and no symbolic link leads out of the directory. Deleting or renaming a link affects the link itself.
 * - Files are UTF-8 texts of at most 1 MiB, and `view` shows at most 100,000 characters. The model gets an error for
 *   other files.
 * - New files have the mode 0600, new folders 0700.
 *
 * @example
 * ```ts
 * import { MessagesRequestBuilder, memoryTool } from 'clust';
 * import { memoryDirectory } from 'clust/node';
 *
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5')
 *   .maxTokens(4096)
 *   .tools(memoryTool(memoryDirectory('./memories')));
 * ```
 */
export function memoryDirectory(directory: string): MemoryBackend {
  const existing = async (path: string) => {
    const target = await followedPath(directory, path);
    if (target === undefined) throw missing(path);
    return target;
  };
  /** The path of a file, a folder, or a link itself. */
  const entry = async (path: string) => {
    const target = await confinedPath(directory, path);
    if (!(await exists(target))) throw missing(path);
    return target;
  };
  const edit = async (path: string, change: (text: string) => string) => {
    const target = await existing(path);
    if ((await stat(target)).isDirectory()) throw missing(path);
    const text = change(await readTextFile(target));
    await write(target, text, path);
    return text;
  };

  return oneAtATime(directory, {
    async view({ path, view_range }) {
      const target = await existing(path);
      if (!(await stat(target)).isDirectory()) return viewLines(path, await readTextFile(target), view_range);
      const heading = `Here're the files and directories up to 2 levels deep in ${path}, excluding hidden items and node_modules:`;
      return `${heading}\n${await listDirectory(target, path)}`;
    },
    async create({ path, file_text }) {
      const target = await confinedPath(directory, path);
      if (await exists(target)) throw new ToolFailure(`Error: File ${path} already exists`);
      await write(target, file_text, path);
      return `File created successfully at: ${path}`;
    },
    async str_replace({ path, old_str, new_str = '' }) {
      let snippet = '';
      await edit(path, (text) => {
        const replaced = replaceOnce(path, text, old_str, new_str);
        snippet = replaced.snippet;
        return replaced.text;
      });
      return `The memory file has been edited.\n${snippet}`;
    },
    async insert({ path, insert_line, insert_text }) {
      await edit(path, (text) => insertLines(text, insert_line, insert_text));
      return `The file ${path} has been edited.`;
    },
    async delete({ path }) {
      const target = await entry(path);
      if (target === (await confinedPath(directory, '/memories')))
        throw new ToolFailure('Error: /memories itself cannot be deleted');
      await rm(target, { recursive: true });
      return `Successfully deleted ${path}`;
    },
    async rename({ old_path, new_path }) {
      const from = await entry(old_path);
      const to = await confinedPath(directory, new_path);
      if (await exists(to)) throw new ToolFailure(`Error: The destination ${new_path} already exists`);
      await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      await rename(from, to);
      return `Successfully renamed ${old_path} to ${new_path}`;
    },
  });
}

function missing(path: string): ToolFailure {
  return new ToolFailure(`Error: The path ${path} does not exist. Please provide a valid path.`);
}

async function write(target: string, text: string, path: string): Promise<void> {
  if (Buffer.byteLength(text) > maxFileBytes)
    throw new ToolFailure(`Error: ${path} would be larger than ${maxFileBytes} bytes. Use several files.`);
  await writeTextFile(target, text);
}

/** Whether the name exists, even as a broken link. */
async function exists(target: string): Promise<boolean> {
  return lstat(target).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
}

/**
 * The last command on each directory in this process. The next one waits for it, since an edit reads before it writes.
 */
const lastCommands = new Map<string, Promise<unknown>>();

/** Runs the commands of a backend one after the other. Its file system errors do not show where the directory is. */
function oneAtATime(directory: string, backend: MemoryBackend): MemoryBackend {
  const key = resolve(directory);
  const commands = Object.entries(backend).map(([command, run]) => {
    // Each command gets the input of its own type.
    const method = run as (input: MemoryInput, context: ToolContext) => string | Promise<string>;
    const inTurn = async (input: MemoryInput, context: ToolContext): Promise<string> => {
      const work = async () => {
        // Nobody waits for the result, and the model will be told that the call was not made.
        context?.signal?.throwIfAborted();
        await mkdir(directory, { recursive: true, mode: 0o700 });
        return method(input, context);
      };
      const result = (lastCommands.get(key) ?? Promise.resolve()).then(work, work);
      lastCommands.set(key, result);
      try {
        return await result;
      } catch (error) {
        throw describeError(error, command, input);
      } finally {
        if (lastCommands.get(key) === result) lastCommands.delete(key);
      }
    };
    return [command, inTurn];
  });
  return Object.freeze(Object.fromEntries(commands));
}

function describeError(error: unknown, command: string, input: MemoryInput): unknown {
  const path = 'path' in input ? input.path : `${input.old_path} to ${input.new_path}`;
  if (error instanceof UnreadableFile) return new ToolFailure(`Error: The file ${path} ${error.message}.`);
  const code = codeOf(error);
  if (code === undefined || error instanceof ToolFailure) return error;
  return new ToolFailure(`Error: ${command} ${path}: ${reasons[code] ?? code}.`, { cause: error });
}

const reasons: { readonly [code: string]: string } = {
  EACCES: 'the file system does not allow it',
  EISDIR: 'it is a directory',
  EINVAL: 'a directory cannot move into itself',
  ELOOP: 'its symbolic links lead nowhere',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is a file, not a directory',
  EROFS: 'the file system is read-only',
};
