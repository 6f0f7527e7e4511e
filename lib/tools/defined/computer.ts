import type { ComputerTool } from '../../wire/tools/computer-tool.js';
import type { ClientToolFields } from '../../wire/tools/tool-fields.js';
import { provideRunner } from '../provide-runner.js';
import type { Tool, ToolHandler } from '../tool.js';
import { clientTool } from './client-tool.js';
import { type ComputerInput, type ComputerVersion, computerInputSchema } from './computer-input.js';

/** The options of `computer()`. */
export type ComputerOptions<Version extends ComputerVersion = '20251124'> = ClientToolFields & {
  /** @default '20251124' */
  readonly version?: Version | undefined;
  readonly display_width_px: number;
  readonly display_height_px: number;
  /** The number of the X11 display. */
  readonly display_number?: number | null | undefined;
  readonly run: ToolHandler<ComputerInput<Version>>;
} & (Version extends '20251124'
    ? {
        /** Whether the model may ask for a part of the screen at full resolution. */
        readonly enable_zoom?: boolean | undefined;
      }
    : unknown);

/**
 * A screen, a mouse and a keyboard that you run, in one tool; the newest version unless you select another. For models
 * before Claude 5.5: the compiler refuses later models, which take `computerToolset()`.
 *
 * Sends `{"type": "computer_20251124", "name": "computer"}` and the options, with the beta of the version.
 *
 * @example
 * ```ts
 * import { computer, image } from 'clust';
 *
 * declare const screen: { capture(): Promise<Uint8Array>; click(x: number, y: number): Promise<void> };
 *
 * const desktop = computer({
 *   display_width_px: 1280,
 *   display_height_px: 800,
 *   async run(input) {
 *     if (input.action === 'left_click' && input.coordinate) await screen.click(...input.coordinate);
 *     return image(await screen.capture());
 *   },
 * });
 * ```
 */
export function computer<const Version extends ComputerVersion = '20251124'>(
  options: ComputerOptions<Version>,
): Tool<'computer', ComputerInput<Version>> & { readonly type: `computer_${Version}` };
export function computer({
  version = '20251124',
  run,
  ...fields
}: ComputerOptions<ComputerVersion>): Tool & { readonly type: string } {
  const type = `computer_${version}` as const;
  // The options of each version name its fields.
  const definition = { type, name: 'computer', ...fields } as ComputerTool;
  const tool = clientTool(definition, 'computer', computerInputSchema(version), run);
  // Not every model supports every version, so the type of the tool contains the version.
  return Object.freeze(provideRunner({ ...tool, type }));
}
