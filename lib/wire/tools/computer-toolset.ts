import type { Cacheable } from '../cache-control.js';
import type { ToolsetConfigs } from './toolset-member.js';

/** The actions of a computer. */
export type ComputerToolsetMember =
  | 'key'
  | 'hold_key'
  | 'type'
  | 'cursor_position'
  | 'mouse_move'
  | 'left_mouse_down'
  | 'left_mouse_up'
  | 'left_click'
  | 'left_click_drag'
  | 'right_click'
  | 'middle_click'
  | 'double_click'
  | 'triple_click'
  | 'scroll'
  | 'wait'
  | 'screenshot'
  | 'zoom';

/** A computer as a set of tools. Each call names its member, and `toolset_name` is `computer`. */
export interface ComputerToolset extends Cacheable {
  readonly type: 'computer_toolset_20260801';
  readonly configs?: ToolsetConfigs<ComputerToolsetMember> | null | undefined;
}
