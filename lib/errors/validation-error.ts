import { ClustError } from './clust-error.js';

/** One thing that is wrong with a value, and where. */
export interface Problem {
  /** The field as the API writes it, dotted: `messages.0.content.1.text`; empty for the value as a whole. */
  readonly path: string;
  /** The rule that was broken, in kebab-case: `max-tokens-within-model`. */
  readonly rule: string;
  /** One sentence: the value, the limit and the next move. */
  readonly message: string;
}

/** A value that clust refuses before anything is sent. All problems are listed, not only the first. */
export class ValidationError extends ClustError {
  declare readonly problems: readonly Problem[];

  override get name(): 'ValidationError' {
    return 'ValidationError';
  }

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(summary(problems), { problems }, options);
  }
}

function summary(problems: readonly Problem[]): string {
  const lines = problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return lines.length === 1 ? `${lines[0]}` : [`${lines.length} problems:`, ...lines].join('\n- ');
}
