/** Asks for a summary of the whole conversation instead of an answer. Beta `compact-2026-09-04`. */
export interface CompactionConfig {
  readonly type: 'summarize';
  readonly instructions?: string | null | undefined;
}
