import type { ClientToolFields } from './tool-fields.js';

/** A directory of notes that you keep between conversations. */
export interface MemoryTool extends ClientToolFields {
  readonly type: 'memory_20250818';
  readonly name: 'memory';
}
