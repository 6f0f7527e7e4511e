import type { ToolFailure } from '../tool-failure.js';

/** By its mark: the tool may come from another copy of the package. Beside the class, which a program may never load. */
export function isToolFailure(value: unknown): value is ToolFailure {
  return typeof value === 'object' && value !== null && Symbol.for('clust.ToolFailure') in value;
}
