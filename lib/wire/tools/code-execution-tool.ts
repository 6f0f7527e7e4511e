import type { ToolFields } from './tool-fields.js';

/** Code and commands that the API runs in a container. */
export interface CodeExecutionTool extends ToolFields {
  readonly type:
    | 'code_execution_20260521'
    | 'code_execution_20260120'
    | 'code_execution_20250825'
    | 'code_execution_20250522';
  readonly name: 'code_execution';
}
