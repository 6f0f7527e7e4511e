/** Starts a conversation that the API keeps. */
export interface ThreadCreate {
  readonly type: 'create';
}

/** Goes on after a message of a conversation that the API keeps. */
export interface ThreadContinue {
  readonly type: 'continue';
  readonly previous_message_id: string;
}

/** A conversation that the API keeps: only new messages are sent. Beta `message-threads-2026-08-12`. */
export type ThreadParam = ThreadCreate | ThreadContinue;
