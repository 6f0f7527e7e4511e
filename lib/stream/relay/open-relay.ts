import { noHttp } from '../../content/no-http.js';
import type { ApiError } from '../../errors/api-error.js';
import { apiErrorFromBody } from '../../errors/api-error-from-body.js';
import { ConnectionError } from '../../errors/connection-error.js';
import { StreamError } from '../../errors/stream-error.js';
import { EventFeed, type FeedBody } from '../event-feed.js';
import type { FeedOrigin } from '../feed-origin.js';
import type { OpenEventFeed } from '../stream-session.js';
import { LineDecoder } from './line-decoder.js';
import type { RelayedError } from './relayed-error.js';

/** How errors name the server. */
const WHERE = 'The relayed stream';

/** Reads the stream that `relayEvents` wrote. */
export function openRelay(readable: ReadableStream<Uint8Array>): OpenEventFeed {
  return async () => {
    if (readable.locked) throw new StreamError(`${WHERE} has another reader.`, { reason: 'consumed' });
    return new EventFeed(relayOrigin(), bodyOf(readable), (handlers) => new LineDecoder(handlers));
  };
}

function bodyOf(readable: ReadableStream<Uint8Array>): FeedBody {
  const reader = readable.getReader();
  // If the stream has failed, `cancel` rejects with the error that `read` has rejected with.
  const cancel = () => void reader.cancel().catch(() => undefined);
  const next = async () => {
    try {
      return (await reader.read()).value;
    } catch (cause) {
      throw new ConnectionError(`${WHERE} was lost.`, { phase: 'body', retryable: true }, { cause });
    }
  };
  return { next, cancel, finish: cancel };
}

function relayedApiError(event: object): ApiError {
  // A line of another program may lack these fields; the type of the error then decides.
  const { status, retry_after_ms } = event as Partial<RelayedError>;
  const { rateLimit } = noHttp(typeof retry_after_ms === 'number' ? retry_after_ms : undefined);
  return apiErrorFromBody(event, { where: WHERE, rateLimit, ...(typeof status === 'number' && { status }) });
}

/** A relay carries no information about the API's response. */
function relayOrigin(): FeedOrigin {
  return {
    where: WHERE,
    http: noHttp(),
    attempts: 1,
    redact: (text) => text,
    errorIn: relayedApiError,
  };
}
