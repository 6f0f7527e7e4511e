/**
 * The limits for reading XML. They are far above any tool call: a value of 10 MB and 8,000 parameters are accepted.
 * Every buffer that the server fills is limited, and the time to read a text stays linear in its length.
 */
export const limits = {
  /** UTF-16 code units of a document. */
  length: 32 * 1024 * 1024,
  /** Elements of a document. */
  elements: 20_000,
  /** Nested elements. */
  depth: 64,
  /** UTF-16 code units of a tag. */
  tag: 1024,
  /** Calls of an answer. */
  calls: 10_000,
  /** Values that are read when the texts of a call are converted to the tool's input. */
  values: 200_000,
} as const;
