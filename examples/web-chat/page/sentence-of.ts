import { isAbortedError, isApiError, isConnectionError, isStreamError } from 'clust';

/** What the server says of a request that it did not take. */
export class Refusal extends Error {}

/** Why an answer is not complete, for the reader of the page. */
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
