import type { ClientToolFields } from './tool-fields.js';

/** The newest text editor. */
export interface TextEditorTool20250728 extends ClientToolFields {
  readonly type: 'text_editor_20250728';
  readonly name: 'str_replace_based_edit_tool';
  /** How much of a file `view` shows, in characters. */
  readonly max_characters?: number | null | undefined;
}

/** The text editor without a limit for `view`. */
export interface TextEditorTool20250429 extends ClientToolFields {
  readonly type: 'text_editor_20250429';
  readonly name: 'str_replace_based_edit_tool';
}

/** `text_editor_20241022` needs beta `computer-use-2024-10-22`. */
export interface TextEditorTool20250124 extends ClientToolFields {
  readonly type: 'text_editor_20250124' | 'text_editor_20241022';
  readonly name: 'str_replace_editor';
}

/** A text editor that you run. */
export type TextEditorTool = TextEditorTool20250728 | TextEditorTool20250429 | TextEditorTool20250124;
