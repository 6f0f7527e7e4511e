/** Whether an answer with this stop reason was cut off: it reached a token limit before the model had ended it. */
export function isCutOff(stopReason: unknown): boolean {
  return stopReason === 'max_tokens' || stopReason === 'model_context_window_exceeded';
}

/**
 * Whether the API interrupted the answer and continues it when the conversation is sent again with the answer as its
 * last turn. A request with `compaction` asks for a summary and nothing else, so its answer is complete.
 */
export function isPaused(stopReason: unknown, request: { readonly compaction?: unknown }): boolean {
  return stopReason === 'pause_turn' || (stopReason === 'compaction' && !request.compaction);
}
