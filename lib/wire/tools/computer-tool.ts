import type { ClientToolFields } from './tool-fields.js';

interface ComputerDisplay extends ClientToolFields {
  readonly name: 'computer';
  readonly display_width_px: number;
  readonly display_height_px: number;
  readonly display_number?: number | null | undefined;
}

/** Beta `computer-use-2025-11-24`. */
export interface ComputerTool20251124 extends ComputerDisplay {
  readonly type: 'computer_20251124';
  readonly enable_zoom?: boolean | undefined;
}

/** Beta `computer-use-2025-01-24`, or `computer-use-2024-10-22` for the older one. */
export interface ComputerTool20250124 extends ComputerDisplay {
  readonly type: 'computer_20250124' | 'computer_20241022';
}

/** A screen, a mouse and a keyboard in one tool. Newer models use the computer toolset instead. */
export type ComputerTool = ComputerTool20251124 | ComputerTool20250124;
