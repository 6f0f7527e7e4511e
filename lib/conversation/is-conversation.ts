/** Marks the conversations of every copy of the package. */
export const conversationMark: unique symbol = Symbol.for('clust.Conversation');

/** Whether a value is a conversation, not a request. */
export function isConversation(value: unknown): value is { readonly [conversationMark]: true } {
  return typeof value === 'object' && value !== null && conversationMark in value;
}
