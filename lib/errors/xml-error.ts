import { ClustError } from './clust-error.js';

export interface XmlErrorFacts {
  readonly line: number;
  readonly column: number;
  readonly expected?: string | undefined;
  readonly truncated?: boolean | undefined;
}

/** XML that cannot be read, and the place where it goes wrong. */
export class XmlError extends ClustError {
  /** From 1. */
  declare readonly line: number;
  /** From 1, in UTF-16 code units. */
  declare readonly column: number;
  /** What would have been right at that place, where one thing would. */
  declare readonly expected: string | undefined;
  /** Whether the text is the beginning of valid XML, cut off: more of it would help, another reading would not. */
  declare readonly truncated: boolean;

  override get name(): 'XmlError' {
    return 'XmlError';
  }

  constructor(message: string, facts: XmlErrorFacts, options?: ErrorOptions) {
    const { line, column, expected, truncated = false } = facts;
    super(message, { line, column, expected, truncated }, options);
  }
}
