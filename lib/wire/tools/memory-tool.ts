import type { ClientToolFields } from './tool-fields.js';

/** Notes that you store between conversations. */
export interface MemoryTool extends ClientToolFields {
  readonly type: 'memory_20250818';
  readonly name: 'memory';
}
