import type { BashTool } from '../../wire/tools/bash-tool.js';
import type { ClientToolFields } from '../../wire/tools/tool-fields.js';
import type { Tool, ToolHandler } from '../tool.js';
import { clientTool } from './client-tool.js';

/** What the model asks of a shell: to run a command, or to start anew. */
export interface BashInput {
  readonly command?: string | undefined;
  /** Start the shell anew; there is no command then. */
  readonly restart?: boolean | undefined;
}

/** What `bash()` takes. */
export interface BashOptions extends ClientToolFields {
  /**
   * `20241022` is for Claude 3.5 Sonnet, in the beta of computer use.
   *
   * @default '20250124'
   */
  readonly version?: '20250124' | '20241022' | undefined;
  readonly run: ToolHandler<BashInput>;
}

/**
 * A shell that you run; the newest version unless another is asked for. The model expects one session: what a command
 * sets, the next one finds.
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
