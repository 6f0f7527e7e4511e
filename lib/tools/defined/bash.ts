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
  readonly run: ToolHandler<BashInput>;
}

/**
 * A shell that you run. The model expects one session: what a command sets, the next one finds.
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
export function bash({ run, ...fields }: BashOptions): Tool<'bash', BashInput> {
  return clientTool({ type: 'bash_20250124', name: 'bash', ...fields }, 'bash', schema, run);
}

const schema = {
  type: 'object',
  properties: { command: { type: 'string' }, restart: { type: 'boolean' } },
} as const;
