import type { JsonObjectSchema } from '../../schema/json-schema.js';
import type { TextEditorTool } from '../../wire/tools/text-editor-tool.js';
import type { ClientToolFields } from '../../wire/tools/tool-fields.js';
import type { Tool, ToolHandler } from '../tool.js';
import { clientTool } from './client-tool.js';
import { variant } from './variant.js';

/** The versions of the text editor, the newest first. Each is for the models of its time. */
export type TextEditorVersion = '20250728' | '20250429' | '20250124' | '20241022';

/** The versions for Claude 3.5 and 3.7, with an undo command. */
type VersionWithUndo = '20250124' | '20241022';

/** The input of a text editor, by version: a union discriminated by `command`. */
export type TextEditorInput<Version extends TextEditorVersion = '20250728'> =
  | {
      readonly command: 'view';
      readonly path: string;
      /** The first and the last line, counted from 1; `-1` for the end of the file. */
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
      /** The line after which to insert; 0 for the start. */
      readonly insert_line: number;
    } & InsertedText<Version>)
  | (Version extends VersionWithUndo ? { readonly command: 'undo_edit'; readonly path: string } : never);

/** The field with the text has another name in older versions. In the Claude 4 version models use either name. */
type InsertedText<Version> = Version extends '20250728'
  ? { readonly insert_text: string }
  : Version extends VersionWithUndo
    ? { readonly new_str: string }
    : { readonly insert_text?: string | undefined; readonly new_str?: string | undefined };

/** The name of a text editor, by version. */
export type TextEditorName<Version extends TextEditorVersion = '20250728'> = Version extends VersionWithUndo
  ? 'str_replace_editor'
  : 'str_replace_based_edit_tool';

/** The options of `textEditor()`. */
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
 * A text editor that you run; the newest version unless you select another.
 *
 * Sends `{"type": "text_editor_20250728", "name": "str_replace_based_edit_tool"}` and the options. The versions of 2024
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
  const name = hasUndo(version) ? 'str_replace_editor' : 'str_replace_based_edit_tool';
  // The version decides the name, and its options name its fields.
  const definition = { type: `text_editor_${version}`, name, ...fields } as TextEditorTool;
  return clientTool(definition, name, { type: 'object', anyOf: editorCommands(version) }, run);
}

function hasUndo(version: TextEditorVersion): boolean {
  return version === '20250124' || version === '20241022';
}

const text = { type: 'string' } as const;
const line = { type: 'integer' } as const;

function command(name: string, properties: object, required: readonly string[]) {
  return variant('command', name, { path: text, ...properties }, ['path', ...required]);
}

/** The schemas of the commands, by version. It is a function, so that bundlers drop it if it is not used. */
export function editorCommands(version: TextEditorVersion): JsonObjectSchema[] {
  return [
    command('view', { view_range: { type: 'array', items: line } }, []),
    command('create', { file_text: text }, ['file_text']),
    command('str_replace', { old_str: text, new_str: text }, ['old_str']),
    insert(version),
    ...(hasUndo(version) ? [command('undo_edit', {}, [])] : []),
  ];
}

/** In the Claude 4 version the text may have either name. */
function insert(version: TextEditorVersion) {
  const texts = { insert_text: text, new_str: text };
  const required = version === '20250429' ? [] : [hasUndo(version) ? 'new_str' : 'insert_text'];
  return command('insert', { insert_line: line, ...texts }, ['insert_line', ...required]);
}
