import type { ClientToolFields } from './tool-fields.js';

/** A shell that you run. `bash_20241022` needs beta `computer-use-2024-10-22`. */
export interface BashTool extends ClientToolFields {
  readonly type: 'bash_20250124' | 'bash_20241022';
  readonly name: 'bash';
}
