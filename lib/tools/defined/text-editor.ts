import type { JsonObjectSchema } from '../../schema/json-schema.js';
import type { TextEditorTool } from '../../wire/tools/text-editor-tool.js';
import type { ClientToolFields } from '../../wire/tools/tool-fields.js';
import type { Tool, ToolHandler } from '../tool.js';
import { clientTool } from './client-tool.js';
import { variant } from './variant.js';

/** The versions of the editor, the newest first; each is of the models of its time. */
export type TextEditorVersion = '20250728' | '20250429' | '20250124' | '20241022';

/** The versions for Claude 3.5 and 3.7, which can undo. */
type Undoing = '20250124' | '20241022';

/** What the model asks of an editor of a version: a union discriminated by `command`. */
export type TextEditorInput<Version extends TextEditorVersion = '20250728'> =
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
  | ({
      readonly command: 'insert';
      readonly path: string;
      /** After this line; 0 for the start. */
      readonly insert_line: number;
    } & InsertedText<Version>)
  | (Version extends Undoing ? { readonly command: 'undo_edit'; readonly path: string } : never);

/** The text has another name in the older versions; in that of Claude 4 models write it under either. */
type InsertedText<Version> = Version extends '20250728'
  ? { readonly insert_text: string }
  : Version extends Undoing
    ? { readonly new_str: string }
    : { readonly insert_text?: string | undefined; readonly new_str?: string | undefined };

/** The name by which the model knows an editor of a version. */
export type TextEditorName<Version extends TextEditorVersion = '20250728'> = Version extends Undoing
  ? 'str_replace_editor'
  : 'str_replace_based_edit_tool';

/** What `textEditor()` takes. */
export type TextEditorOptions<Version extends TextEditorVersion = '20250728'> = ClientToolFields &
  (Version extends '20250728'
    ? {
        /** How much of a file `view` shows, in characters. */
        readonly max_characters?: number | null | undefined;
      }
    : unknown) & {
    /** @default '20250728' */
    readonly version?: Version | undefined;
    readonly run: ToolHandler<TextEditorInput<Version>>;
  };

/**
 * An editor of files that you run; the newest version unless another is asked for.
 *
 * Sends `{"type": "text_editor_20250728", "name": "str_replace_based_edit_tool"}` and the options; the versions of 2024
 * and of January 2025 are named `str_replace_editor`.
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
export function textEditor<const Version extends TextEditorVersion = '20250728'>(
  options: TextEditorOptions<Version>,
): Tool<TextEditorName<Version>, TextEditorInput<Version>>;
export function textEditor({
  version = '20250728',
  run,
  ...fields
}: TextEditorOptions<TextEditorVersion>): Tool {
  const name = undoes(version) ? 'str_replace_editor' : 'str_replace_based_edit_tool';
  // Each version has its own name, and takes the fields that its options name.
  const definition = { type: `text_editor_${version}`, name, ...fields } as TextEditorTool;
  return clientTool(definition, name, { type: 'object', anyOf: editorCommands(version) }, run);
}

function undoes(version: TextEditorVersion): boolean {
  return version === '20250124' || version === '20241022';
}

const text = { type: 'string' } as const;
const line = { type: 'integer' } as const;

function command(name: string, properties: object, required: readonly string[]) {
  return variant('command', name, { path: text, ...properties }, ['path', ...required]);
}

/** The schemas of the commands of a version. Made when they are needed: a bundler drops what no program asks for. */
export function editorCommands(version: TextEditorVersion): JsonObjectSchema[] {
  return [
    command('view', { view_range: { type: 'array', items: line } }, []),
    command('create', { file_text: text }, ['file_text']),
    command('str_replace', { old_str: text, new_str: text }, ['old_str']),
    insert(version),
    ...(undoes(version) ? [command('undo_edit', {}, [])] : []),
  ];
}

/** Of the version between the names the text may have either. */
function insert(version: TextEditorVersion) {
  const texts = { insert_text: text, new_str: text };
  const required = version === '20250429' ? [] : [undoes(version) ? 'new_str' : 'insert_text'];
  return command('insert', { insert_line: line, ...texts }, ['insert_line', ...required]);
}
