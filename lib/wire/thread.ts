/** Starts a conversation that the API stores. */
export interface ThreadCreate {
  readonly type: 'create';
}

/** Continues a conversation that the API stores, after one of its messages. */
export interface ThreadContinue {
  readonly type: 'continue';
  readonly previous_message_id: string;
}

/** A conversation that the API stores, so that only new messages are sent. Beta `message-threads-2026-08-12`. */
export type ThreadParam = ThreadCreate | ThreadContinue;
