import type { BashTool } from '../../wire/tools/bash-tool.js';
import type { ClientToolFields } from '../../wire/tools/tool-fields.js';
import type { Tool, ToolHandler } from '../tool.js';
import { clientTool } from './client-tool.js';

/** The input of a shell call: a command, or a restart. */
export interface BashInput {
  readonly command?: string | undefined;
  /** Restart the shell; there is no command then. */
  readonly restart?: boolean | undefined;
}

/** The options of `bash()`. */
export interface BashOptions extends ClientToolFields {
  /**
   * `20241022` is for Claude 3.5 Sonnet, with the computer use beta.
   *
   * @default '20250124'
   */
  readonly version?: '20250124' | '20241022' | undefined;
  readonly run: ToolHandler<BashInput>;
}

/**
 * A shell that you run; the newest version unless you select another. The model expects one session: a command sees
 * what earlier commands have set.
 *
 * Sends `{"type": "bash_20250124", "name": "bash"}` and the options.
 *
 * @example
 * ```ts
 * import { bash } from 'clust';
 *
 * const shell = bash({ run: ({ command, restart }) => (restart ? 'A new shell.' : `I do not run ${command}.`) });
 * ```
 */
export function bash({ version = '20250124', run, ...fields }: BashOptions): Tool<'bash', BashInput> {
  const definition: BashTool = { type: `bash_${version}`, name: 'bash', ...fields };
  return clientTool(definition, 'bash', schema, run);
}

const schema = {
  type: 'object',
  properties: { command: { type: 'string' }, restart: { type: 'boolean' } },
} as const;
