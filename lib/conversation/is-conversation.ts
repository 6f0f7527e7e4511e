/** Marks conversations of every copy of the package. */
export const conversationMark: unique symbol = Symbol.for('clust.Conversation');

/** Whether a value is a conversation, and no request. */
export function isConversation(value: unknown): value is { readonly [conversationMark]: true } {
  return typeof value === 'object' && value !== null && conversationMark in value;
}
