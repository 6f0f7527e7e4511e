import { lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MemoryBackend, MemoryInput } from '../tools/defined/memory-tool.js';
import type { ToolContext } from '../tools/tool.js';
import { codeOf, confinedPath, isMissing } from './confined-path.node.js';

/**
 * Keeps the memory of the model in a directory: `/memories` is the directory, which is made when it is not there.
 *
 * No path leads out of it: not through `..`, not through a symbolic link. A link that leads nowhere yet is refused too.
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
  const at = async (path: string) => {
    await mkdir(directory, { recursive: true });
    const target = await confinedPath(directory, path);
    if (await isLink(target)) throw new Error(`The path ${path} is a link that leads nowhere.`);
    return target;
  };
  const existing = async (path: string) => {
    const target = await at(path);
    await stat(target).catch((error: unknown) => {
      throw isMissing(error) ? new Error(`There is nothing at ${path}.`) : error;
    });
    return target;
  };
  const edit = async (path: string, change: (content: string) => string) => {
    const target = await existing(path);
    await writeFile(target, change(await readFile(target, 'utf8')));
  };

  return toldByPath({
    async view({ path, view_range }) {
      const target = await existing(path);
      if ((await stat(target)).isDirectory()) return listing(path, target);
      const lines = (await readFile(target, 'utf8')).split('\n');
      const [first = 1, end = -1] = view_range ?? [];
      const last = end === -1 ? lines.length : end;
      if (first < 1 || first > lines.length || last < first)
        throw new Error(`${path} has the lines 1 to ${lines.length}: there is no range ${first} to ${end}.`);
      const shown = lines.slice(first - 1, last);
      return shown.map((line, index) => `${String(first + index).padStart(6)}\t${line}`).join('\n');
    },
    async create({ path, file_text }) {
      const target = await at(path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, file_text);
      return `${path} is written.`;
    },
    async str_replace({ path, old_str, new_str = '' }) {
      await edit(path, (content) => {
        const parts = content.split(old_str);
        if (old_str === '' || parts.length === 1) throw new Error(`${path} does not hold that text.`);
        if (parts.length > 2)
          throw new Error(`${path} holds that text ${parts.length - 1} times: give more of it.`);
        return parts.join(new_str);
      });
      return `${path} is edited.`;
    },
    async insert({ path, insert_line, insert_text }) {
      await edit(path, (content) => {
        const lines = content.split('\n');
        if (insert_line < 0 || insert_line > lines.length)
          throw new Error(
            `${path} has ${lines.length} lines: there is no line ${insert_line} to insert after.`,
          );
        return lines.toSpliced(insert_line, 0, insert_text.replace(/\n$/, '')).join('\n');
      });
      return `${path} is edited.`;
    },
    async delete({ path }) {
      const target = await existing(path);
      if (target === (await at('/memories'))) throw new Error('/memories itself stays.');
      await rm(target, { recursive: true });
      return `${path} is deleted.`;
    },
    async rename({ old_path, new_path }) {
      const from = await existing(old_path);
      const to = await at(new_path);
      const isTaken = await lstat(to).then(
        () => true,
        () => false,
      );
      if (isTaken) throw new Error(`There is something at ${new_path} already.`);
      await mkdir(dirname(to), { recursive: true });
      await rename(from, to);
      return `${old_path} is ${new_path} now.`;
    },
  } satisfies MemoryBackend);
}

/** What the file system has against a command, by the path that the model knows: it is not shown where the directory is. */
function toldByPath(backend: MemoryBackend): MemoryBackend {
  const commands = Object.entries(backend).map(([command, run]) => {
    // Each command is given what it was written for.
    const method = run as (input: MemoryInput, context: ToolContext) => string | Promise<string>;
    const told = async (input: MemoryInput, context: ToolContext): Promise<string> => {
      try {
        return await method(input, context);
      } catch (error) {
        const code = codeOf(error);
        if (code === undefined) throw error;
        const path = 'path' in input ? input.path : `${input.old_path} to ${input.new_path}`;
        throw new Error(`${command} ${path}: ${reasons[code] ?? code}.`, { cause: error });
      }
    };
    return [command, told];
  });
  return Object.freeze(Object.fromEntries(commands));
}

const reasons: { readonly [code: string]: string } = {
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of the path is a file, and no directory',
  EINVAL: 'a directory cannot move into itself',
};

/** What `realpath` could not follow is still a link: writing would go through it. */
async function isLink(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  return stats?.isSymbolicLink() ?? false;
}

/** The files of a directory, two levels deep, without those that are hidden. */
async function listing(path: string, target: string, depth = 2): Promise<string> {
  const entries = await readdir(target, { withFileTypes: true });
  const lines = [path.endsWith('/') ? path : `${path}/`];
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.isSymbolicLink()) continue;
    const inner = `${path.replace(/\/$/, '')}/${entry.name}`;
    if (!entry.isDirectory()) lines.push(inner);
    else lines.push(depth > 1 ? await listing(inner, join(target, entry.name), depth - 1) : `${inner}/`);
  }
  return lines.join('\n');
}
