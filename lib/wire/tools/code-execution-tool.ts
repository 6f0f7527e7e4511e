import type { CodeExecutionVersion } from './code-execution-version.js';
import type { ToolFields } from './tool-fields.js';

/** Code and commands that the API runs in a container. */
export interface CodeExecutionTool extends ToolFields {
  readonly type: CodeExecutionVersion;
  readonly name: 'code_execution';
}
