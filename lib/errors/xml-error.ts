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
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** What would have been right at that place, where one thing would. */
  readonly expected: string | undefined;
  /** Whether the text is the beginning of valid XML, cut off: more of it would help, another reading would not. */
  readonly truncated: boolean;

  override get name(): 'XmlError' {
    return 'XmlError';
  }

  constructor(message: string, facts: XmlErrorFacts, options?: ErrorOptions) {
    super(message, options);
    this.line = facts.line;
    this.column = facts.column;
    this.expected = facts.expected;
    this.truncated = facts.truncated ?? false;
  }
}
