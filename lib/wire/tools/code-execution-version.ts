/** The versions of the code execution tool, the newest first. */
export type CodeExecutionVersion =
  | 'code_execution_20260521'
  | 'code_execution_20260120'
  | 'code_execution_20250825'
  | 'code_execution_20250522';
