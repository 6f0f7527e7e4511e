import { ClustError } from './clust-error.js';

/** One problem of a value, and its place. */
export interface Problem {
  /** The field in the API's terms, dotted: `messages.0.content.1.text`; empty for the value as a whole. */
  readonly path: string;
  /** The broken rule in kebab-case, such as `max-tokens-within-model`. */
  readonly rule: string;
  /** One sentence: the value, the limit and how to fix it. */
  readonly message: string;
}

/** A value that clust refuses before it sends anything. It lists all problems, not only the first. */
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
