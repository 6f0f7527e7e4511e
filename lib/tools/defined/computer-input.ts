import type { JsonObjectSchema } from '../../schema/json-schema.js';
import { variant } from './variant.js';

/**
 * The versions of the computer tool, the newest first. Claude 5.5 and later models take `computerToolset()` instead.
 */
export type ComputerVersion = '20251124' | '20250124' | '20241022';

/** A point on the screen, in pixels from the left and from the top. */
export type ScreenPoint = readonly [x: number, y: number];

/** The input of a computer tool, by version: a union discriminated by `action`. */
export type ComputerInput<Version extends ComputerVersion = '20251124'> =
  | { readonly action: 'screenshot' | 'cursor_position' }
  | { readonly action: 'key' | 'type'; readonly text: string }
  | { readonly action: 'mouse_move'; readonly coordinate: ScreenPoint }
  | {
      readonly action: 'left_click_drag';
      /** The start of the drag. Default: the position of the mouse. */
      readonly start_coordinate?: ScreenPoint | undefined;
      readonly coordinate: ScreenPoint;
    }
  | {
      readonly action: 'left_click' | 'right_click' | 'middle_click' | 'double_click';
      /** Default: the position of the mouse. */
      readonly coordinate?: ScreenPoint | undefined;
      /** A key that is held down during the action. */
      readonly text?: string | undefined;
    }
  | (Version extends '20241022' ? never : ComputerInput20250124)
  | (Version extends '20251124' ? ComputerZoom : never);

/** The actions that version 20250124 added. Durations are in seconds. */
type ComputerInput20250124 =
  | {
      readonly action: 'triple_click';
      readonly coordinate?: ScreenPoint | undefined;
      readonly text?: string | undefined;
    }
  | {
      readonly action: 'left_mouse_down' | 'left_mouse_up';
      readonly coordinate?: ScreenPoint | undefined;
    }
  | {
      readonly action: 'scroll';
      readonly coordinate?: ScreenPoint | undefined;
      readonly scroll_direction: 'up' | 'down' | 'left' | 'right';
      readonly scroll_amount: number;
      /** A key that is held down during the action. */
      readonly text?: string | undefined;
    }
  | { readonly action: 'hold_key'; readonly text: string; readonly duration: number }
  | { readonly action: 'wait'; readonly duration: number };

/** A part of the screen at full resolution. The model uses it only with `enable_zoom`. */
type ComputerZoom = {
  readonly action: 'zoom';
  /** Left, top, right, bottom. */
  readonly region: readonly [x1: number, y1: number, x2: number, y2: number];
};

/** The schema of the input, by version. It is a function, so that bundlers drop it if it is not used. */
export function computerInputSchema(version: ComputerVersion): JsonObjectSchema {
  const actions = [
    ...actions20241022(),
    ...(version === '20241022' ? [] : actions20250124()),
    ...(version === '20251124' ? [action('zoom', { region: numbers }, ['region'])] : []),
  ];
  return { type: 'object', anyOf: actions };
}

const numbers = { type: 'array', items: { type: 'number' } } as const;
const text = { type: 'string' } as const;
const duration = { type: 'number' } as const;

function action(name: string, properties: object, required: readonly string[]) {
  return variant('action', name, properties, required);
}

const point = { coordinate: numbers } as const;
const click = { coordinate: numbers, text } as const;

const actions20241022 = () => [
  action('screenshot', {}, []),
  action('cursor_position', {}, []),
  action('key', { text }, ['text']),
  action('type', { text }, ['text']),
  action('mouse_move', point, ['coordinate']),
  action('left_click_drag', { start_coordinate: numbers, coordinate: numbers }, ['coordinate']),
  ...['left_click', 'right_click', 'middle_click', 'double_click'].map((name) => action(name, click, [])),
];

/** The actions that version 20250124 added. */
const actions20250124 = () => [
  action('triple_click', click, []),
  action('left_mouse_down', point, []),
  action('left_mouse_up', point, []),
  action(
    'scroll',
    {
      ...click,
      scroll_direction: { enum: ['up', 'down', 'left', 'right'] },
      scroll_amount: { type: 'number' },
    },
    ['scroll_direction', 'scroll_amount'],
  ),
  action('hold_key', { text, duration }, ['text', 'duration']),
  action('wait', { duration }, ['duration']),
];
