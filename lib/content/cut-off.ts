/** Whether an answer with this stop reason was cut off: it ended because no token was left, not where the model ended it. */
export function isCutOff(stopReason: unknown): boolean {
  return stopReason === 'max_tokens' || stopReason === 'model_context_window_exceeded';
}
