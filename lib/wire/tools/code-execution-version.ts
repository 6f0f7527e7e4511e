/** The versions of the tool in which the API runs code, the newest first. */
export type CodeExecutionVersion =
  | 'code_execution_20260521'
  | 'code_execution_20260120'
  | 'code_execution_20250825'
  | 'code_execution_20250522';
