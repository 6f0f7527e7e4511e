import { ClustError } from './clust-error.js';

export interface XmlErrorFacts {
  readonly line: number;
  readonly column: number;
  readonly expected?: string | undefined;
  readonly truncated?: boolean | undefined;
}

/** Invalid XML, and the place of the error. */
export class XmlError extends ClustError {
  /** From 1. */
  declare readonly line: number;
  /** From 1, in UTF-16 code units. */
  declare readonly column: number;
  /** What would be valid at that place, if there is only one possibility. */
  declare readonly expected: string | undefined;
  /** Whether the text is the beginning of valid XML that was cut off. */
  declare readonly truncated: boolean;

  override get name(): 'XmlError' {
    return 'XmlError';
  }

  constructor(message: string, facts: XmlErrorFacts, options?: ErrorOptions) {
    const { line, column, expected, truncated = false } = facts;
    super(message, { line, column, expected, truncated }, options);
  }
}
