import type { ClientToolFields } from '../../wire/tools/tool-fields.js';
import type { Tool, ToolContext } from '../tool.js';
import { clientTool } from './client-tool.js';
import { editorCommands, type TextEditorInput } from './text-editor.js';
import { variant } from './variant.js';

/**
 * The input of the memory tool: a union discriminated by `command`. It has the commands of the newest text editor, two
 * more, and a `view` that also shows directories. Paths start with `/memories`.
 */
export type MemoryInput =
  | TextEditorInput
  | { readonly command: 'delete'; readonly path: string }
  | { readonly command: 'rename'; readonly old_path: string; readonly new_path: string };

/** The storage of the memory, with one method for each command. The model gets what a method returns or throws. */
export type MemoryBackend = {
  readonly [Command in MemoryInput['command']]: (
    input: Extract<MemoryInput, { readonly command: Command }>,
    context: ToolContext,
  ) => string | Promise<string>;
};

/**
 * Notes that the model keeps between conversations. `memoryDirectory()` of `clust/node` stores them in the file system.
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
const command = (name: string, paths: object) => variant('command', name, paths, Object.keys(paths));

const schema = () => ({
  type: 'object' as const,
  anyOf: [
    ...editorCommands('20250728'),
    command('delete', { path: text }),
    command('rename', { old_path: text, new_path: text }),
  ],
});
