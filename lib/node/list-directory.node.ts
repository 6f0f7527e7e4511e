import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Lists the files and folders of a directory, two levels deep, one per line: the size, a tab and the path. Leaves out
 * hidden ones, `node_modules`, links, and anything that is neither a file nor a folder.
 *
 * @param path the path of the directory as the model knows it
 */
export async function listDirectory(directory: string, path: string): Promise<string> {
  const lines = await linesOf(directory, path.replace(/(?<!\/)\/+$/, ''), 2);
  return lines.join('\n');
}

async function linesOf(directory: string, path: string, depth: number): Promise<readonly string[]> {
  const lines = [`${sizeOf(await stat(directory))}\t${path}`];
  if (depth === 0) return lines;
  const entries = await readdir(directory, { withFileTypes: true });
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const place = join(directory, entry.name);
    if (entry.isDirectory()) lines.push(...(await linesOf(place, `${path}/${entry.name}`, depth - 1)));
    if (entry.isFile()) lines.push(`${sizeOf(await stat(place))}\t${path}/${entry.name}`);
  }
  return lines;
}

/** `0.5K`, `1.2M`. */
function sizeOf({ size }: { readonly size: number }): string {
  const kibibytes = size / 1024;
  return kibibytes < 1024 ? `${kibibytes.toFixed(1)}K` : `${(kibibytes / 1024).toFixed(1)}M`;
}
