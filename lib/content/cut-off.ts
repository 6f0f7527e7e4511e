/** Whether an answer with this stop reason was cut off: it reached a token limit before the model had ended it. */
export function isCutOff(stopReason: unknown): boolean {
  return stopReason === 'max_tokens' || stopReason === 'model_context_window_exceeded';
}
