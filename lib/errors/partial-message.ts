import type { MessageBody } from '../wire/message-body.js';

/** The part of a message that had arrived when its stream failed: the body so far, and its text. */
export type PartialMessage = MessageBody & {
  /** The text blocks so far, joined without a separator. */
  readonly text: string;
};
