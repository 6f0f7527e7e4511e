/**
 * How much XML is read at most. Far above any tool call: a value of 10 MB and 8,000 parameters pass. Every buffer
 * that the other side fills has such an end, and the time to read a text stays proportional to its length.
 */
export const limits = {
  /** UTF-16 code units of one document. */
  length: 32 * 1024 * 1024,
  /** Elements of one document. */
  elements: 20_000,
  /** Elements inside each other. */
  depth: 64,
  /** UTF-16 code units of one tag. */
  tag: 1024,
  /** Calls of one answer. */
  calls: 10_000,
  /** Values read on the way from the texts of a call to the input of its tool. */
  values: 200_000,
} as const;
