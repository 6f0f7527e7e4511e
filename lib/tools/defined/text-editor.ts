import type { ClientToolFields } from '../../wire/tools/tool-fields.js';
import type { Tool, ToolHandler } from '../tool.js';
import { clientTool } from './client-tool.js';

/** What the model asks of an editor: a union discriminated by `command`. */
export type TextEditorInput =
  | {
      readonly command: 'view';
      readonly path: string;
      /** The first and the last line, counted from 1; `-1` for the last of the file. */
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
      /** After this line; 0 for the start. */
      readonly insert_line: number;
      readonly insert_text: string;
    };

/** What `textEditor()` takes. */
export interface TextEditorOptions extends ClientToolFields {
  /** How much of a file `view` shows, in characters. */
  readonly max_characters?: number | null | undefined;
  readonly run: ToolHandler<TextEditorInput>;
}

/**
 * An editor of files that you run.
 *
 * Sends `{"type": "text_editor_20250728", "name": "str_replace_based_edit_tool"}` and the options.
 *
 * @example
 * ```ts
 * import { textEditor } from 'clust';
 *
 * const files = new Map([['/notes.txt', 'Buy milk.']]);
 * const editor = textEditor({
 *   run(edit) {
 *     if (edit.command !== 'view') throw new Error('These files can be viewed only.');
 *     return files.get(edit.path) ?? `There is no file ${edit.path}.`;
 *   },
 * });
 * ```
 */
export function textEditor({
  run,
  ...fields
}: TextEditorOptions): Tool<'str_replace_based_edit_tool', TextEditorInput> {
  const name = 'str_replace_based_edit_tool';
  return clientTool({ type: 'text_editor_20250728', name, ...fields }, name, schema(), run);
}

const text = { type: 'string' } as const;

/** Made when it is needed: a bundler drops what no program asks for. */
const schema = () =>
  ({
    type: 'object',
    anyOf: [
      command('view', { path: text, view_range: { type: 'array', items: { type: 'integer' } } }, ['path']),
      command('create', { path: text, file_text: text }, ['path', 'file_text']),
      command('str_replace', { path: text, old_str: text, new_str: text }, ['path', 'old_str']),
      command('insert', { path: text, insert_line: { type: 'integer' }, insert_text: text }, [
        'path',
        'insert_line',
        'insert_text',
      ]),
    ],
  }) as const;

/** The schema of one command. */
export function command(name: string, properties: object, required: readonly string[]) {
  return {
    type: 'object',
    properties: { command: { const: name }, ...properties },
    required: ['command', ...required],
  } as const;
}
