import type { Conversation } from './conversation.js';

/** Marks conversations of every copy of the package. */
export const conversationMark: unique symbol = Symbol.for('clust.Conversation');

export function isConversation(value: unknown): value is Conversation {
  return typeof value === 'object' && value !== null && conversationMark in value;
}
