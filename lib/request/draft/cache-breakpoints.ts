import type { CacheControl } from '../../wire/cache-control.js';
import type { DraftBody } from './draft.js';
import { listOf, type Part } from './parts.js';

/** A breakpoint of a request: its path, its value, and the type of its block or tool. */
export interface CacheBreakpoint {
  /** For example `system.1.cache_control`. */
  readonly path: string;
  readonly control: CacheControl;
  readonly type: string | null | undefined;
}

/** Every breakpoint of a request in the order in which the API reads them, with the automatic one last. */
export function cacheBreakpointsOf(body: DraftBody, parts: readonly Part[]): readonly CacheBreakpoint[] {
  const found: CacheBreakpoint[] = [];
  const look = (path: string, control: unknown, type?: string | null) => {
    if (isControl(control)) found.push({ path: `${path}cache_control`, control, type });
  };
  listOf(body.tools).forEach((tool, index) => {
    look(`tools.${index}.`, tool?.cache_control, tool?.type);
  });
  for (const { block, path } of parts) look(`${path}.`, block.cache_control, block.type);
  look('', body.cache_control);
  return found;
}

function isControl(control: unknown): control is CacheControl {
  return typeof control === 'object' && control !== null;
}
