import type { MessageBody } from '../wire/message-body.js';

/** What had arrived of a message when its stream failed: the body so far, and the text in it. */
export type PartialMessage = MessageBody & {
  /** The text blocks so far, joined with nothing between. */
  readonly text: string;
};
