import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import { ValidationError } from '../errors/validation-error.js';
import type { MessageBody } from '../wire/message-body.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';

/** A conversation as JSON. */
export interface SavedConversation {
  readonly format: 'clust.conversation';
  /** Increased when the format changes in a way that older releases cannot read. */
  readonly version: 1;
  /** The body of the request so far. */
  readonly request: MessagesRequestBody;
  readonly betas: readonly string[];
  readonly answers: readonly Pick<MessageBody, 'model' | 'usage'>[];
}

/**
 * @throws {ValidationError} If the JSON is not a stored conversation, or has a version that this release does not know.
 */
export function readSaved(json: unknown): SavedConversation {
  const saved = typeof json === 'string' ? parseJson(json) : json;
  if (!isObject(saved) || saved.format !== 'clust.conversation') {
    return refuse('format', 'this is not a conversation: store one with JSON.stringify(conversation)');
  }
  if (saved.version !== 1) {
    return refuse('version', `this release reads version 1, not ${String(saved.version)}: update clust`);
  }
  const { request, betas, answers } = saved;
  if (!isObject(request)) return refuse('request', 'a stored conversation has a request');
  if (!Array.isArray(betas) || !Array.isArray(answers))
    return refuse('', 'a stored conversation has betas and answers');
  // The rules check the request when the conversation is created; `usage` is only added up.
  return saved as unknown as SavedConversation;
}

function refuse(path: string, message: string): never {
  throw new ValidationError([{ path, rule: 'conversation-format', message }]);
}
