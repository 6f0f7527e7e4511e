import type { CacheControl } from '../../wire/cache-control.js';
import type { DraftBody } from './draft.js';
import { listOf, type Part } from './parts.js';

/** A breakpoint of a request: where, what it says, and the type of what it stands on. */
export interface CacheBreakpoint {
  /** Such as `system.1.cache_control`. */
  readonly path: string;
  readonly control: CacheControl;
  readonly type: string | null | undefined;
}

/** Every breakpoint of a request in the order in which the API reads them, the automatic one last. */
export function cacheBreakpointsOf(body: DraftBody, parts: readonly Part[]): readonly CacheBreakpoint[] {
  const tools = listOf(body.tools).map((block, index) => ({ block, path: `tools.${index}` }));
  return [...tools, ...parts, { block: { ...body, type: undefined }, path: '' }].flatMap(
    ({ block, path }) => {
      const { cache_control: control, type } = block ?? {};
      if (typeof control !== 'object' || control === null) return [];
      return [{ path: `${path}${path && '.'}cache_control`, control, type }];
    },
  );
}
