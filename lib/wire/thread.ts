export interface ThreadCreate {
  readonly type: 'create';
}

export interface ThreadContinue {
  readonly type: 'continue';
  readonly previous_message_id: string;
}

/** A conversation that the API keeps: only new messages are sent. Beta `message-threads-2026-08-12`. */
export type Thread = ThreadCreate | ThreadContinue;
