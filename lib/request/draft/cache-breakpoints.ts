import type { CacheControl } from '../../wire/cache-control.js';
import type { DraftBody } from '../rules/rule.js';

/** A breakpoint of a request: where, and how long the prefix lives. */
export interface CacheBreakpoint {
  /** Such as `system.1.cache_control`. */
  readonly path: string;
  readonly ttl: '5m' | '1h';
}

/** Every breakpoint of a request in the order in which the API reads them, the automatic one last. */
export function cacheBreakpoints(body: DraftBody): readonly CacheBreakpoint[] {
  const found: CacheBreakpoint[] = [];
  collect(body.tools, 'tools', found);
  collect(body.system, 'system', found);
  body.messages?.forEach((message, index) => {
    collect(message.content, `messages.${index}.content`, found);
  });
  note(body, '', found);
  return found;
}

function collect(parts: unknown, path: string, found: CacheBreakpoint[]): void {
  if (!Array.isArray(parts)) return;
  parts.forEach((part, index) => {
    note(part, `${path}.${index}.`, found);
    // A tool result holds blocks of its own.
    if (part?.type === 'tool_result') collect(part.content, `${path}.${index}.content`, found);
  });
}

function note(part: { readonly cache_control?: unknown }, path: string, found: CacheBreakpoint[]): void {
  const control = part?.cache_control;
  if (typeof control !== 'object' || control === null) return;
  // Whatever else it holds, it says how long, or leaves it to the default.
  found.push({ path: `${path}cache_control`, ttl: (control as CacheControl).ttl ?? '5m' });
}
