import { isAbortedError, isApiError, isConnectionError, isStreamError } from 'clust';

/** An error message of the chat server. */
export class Refusal extends Error {}

/** The sentence that tells the user why an answer is incomplete. */
export function sentenceOf(error: unknown): string {
  if (isAbortedError(error) || (error instanceof DOMException && error.name === 'AbortError')) {
    return 'You stopped this answer.';
  }
  if (isApiError(error)) return error.apiMessage ?? error.message;
  if (error instanceof Refusal) return error.message;
  if (!navigator.onLine) return 'You are offline. Try again when you are connected.';
  if (isConnectionError(error) || isStreamError(error)) {
    return 'The connection to the server was lost. This answer is not complete.';
  }
  return 'The server cannot be reached.';
}
