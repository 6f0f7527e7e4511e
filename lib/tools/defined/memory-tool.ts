import type { ClientToolFields } from '../../wire/tools/tool-fields.js';
import type { Tool, ToolContext } from '../tool.js';
import { clientTool } from './client-tool.js';
import { variant } from './variant.js';

/** What the model asks of its memory: a union discriminated by `command`. Paths start with `/memories`. */
export type MemoryInput =
  | {
      readonly command: 'view';
      /** A file, or a directory. */
      readonly path: string;
      readonly view_range?: readonly [number, number] | undefined;
    }
  | { readonly command: 'create'; readonly path: string; readonly file_text: string }
  | {
      readonly command: 'str_replace';
      readonly path: string;
      readonly old_str: string;
      readonly new_str?: string | undefined;
    }
  | {
      readonly command: 'insert';
      readonly path: string;
      readonly insert_line: number;
      readonly insert_text: string;
    }
  | { readonly command: 'delete'; readonly path: string }
  | { readonly command: 'rename'; readonly old_path: string; readonly new_path: string };

/** Where the memory is kept: one method a command. What it returns, and what it throws, goes to the model. */
export type MemoryBackend = {
  readonly [Command in MemoryInput['command']]: (
    input: Extract<MemoryInput, { readonly command: Command }>,
    context: ToolContext,
  ) => string | Promise<string>;
};

/**
 * A directory of notes that the model keeps between conversations. `memoryDirectory()` of `clust/node` keeps it in the
 * file system.
 *
 * Sends `{"type": "memory_20250818", "name": "memory"}` and the options.
 *
 * @example
 * ```ts
 * import { memoryTool } from 'clust';
 * import { memoryDirectory } from 'clust/node';
 *
 * const memory = memoryTool(memoryDirectory('./memories'));
 * ```
 */
export function memoryTool(
  backend: MemoryBackend,
  options: ClientToolFields = {},
): Tool<'memory', MemoryInput> {
  const run = (input: MemoryInput, context: ToolContext) => {
    // The command names the method that takes this member of the union.
    const method = backend[input.command] as (input: MemoryInput, context: ToolContext) => unknown;
    return method.call(backend, input, context);
  };
  return clientTool({ type: 'memory_20250818', name: 'memory', ...options }, 'memory', schema(), run);
}

const text = { type: 'string' } as const;
const line = { type: 'integer' } as const;

const command = (name: string, properties: object, required: readonly string[]) =>
  variant('command', name, properties, required);

const schema = () =>
  ({
    type: 'object',
    anyOf: [
      command('view', { path: text, view_range: { type: 'array', items: line } }, ['path']),
      command('create', { path: text, file_text: text }, ['path', 'file_text']),
      command('str_replace', { path: text, old_str: text, new_str: text }, ['path', 'old_str']),
      command('insert', { path: text, insert_line: line, insert_text: text }, [
        'path',
        'insert_line',
        'insert_text',
      ]),
      command('delete', { path: text }, ['path']),
      command('rename', { old_path: text, new_path: text }, ['old_path', 'new_path']),
    ],
  }) as const;
