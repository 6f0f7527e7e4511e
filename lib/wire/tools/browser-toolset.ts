import type { Cacheable } from '../cache-control.js';
import type { ToolsetConfigs } from './toolset-member.js';

/** The actions of a browser. */
export type BrowserToolsetMember =
  | 'navigate'
  | 'list_tabs'
  | 'new_tab'
  | 'switch_tab'
  | 'close_tab'
  | 'read_page'
  | 'get_page_text'
  | 'read_console'
  | 'read_network'
  | 'find'
  | 'form_input'
  | 'file_upload'
  | 'scroll_to'
  | 'screenshot'
  | 'zoom'
  | 'left_click'
  | 'right_click'
  | 'middle_click'
  | 'double_click'
  | 'triple_click'
  | 'hover'
  | 'left_click_drag'
  | 'left_mouse_down'
  | 'left_mouse_up'
  | 'mouse_move'
  | 'scroll'
  | 'type'
  | 'key'
  | 'hold_key'
  | 'wait'
  | 'javascript_exec';

/** A browser as a set of tools. Each call names its member, and `toolset_name` is `browser`. */
export interface BrowserToolset extends Cacheable {
  readonly type: 'browser_toolset_20260801';
  readonly configs?: ToolsetConfigs<BrowserToolsetMember> | null | undefined;
}
