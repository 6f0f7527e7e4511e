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

/** What errors call the other side. */
const WHERE = 'The relayed stream';

/** Reads what `relayEvents` wrote. */
export function openRelay(readable: ReadableStream<Uint8Array>): OpenEventFeed {
  return async () => {
    if (readable.locked) throw new StreamError(`${WHERE} is read by somebody else.`, { reason: 'consumed' });
    return new EventFeed(relayOrigin(), bodyOf(readable), (handlers) => new LineDecoder(handlers));
  };
}

function bodyOf(readable: ReadableStream<Uint8Array>): FeedBody {
  const reader = readable.getReader();
  // One that has failed rejects again with what `read` has rejected with.
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
  // What is missing, as in a line that another program wrote, follows from the type of the error.
  const { status, retry_after_ms } = event as Partial<RelayedError>;
  const { rateLimit } = noHttp(typeof retry_after_ms === 'number' ? retry_after_ms : undefined);
  return apiErrorFromBody(event, { where: WHERE, rateLimit, ...(typeof status === 'number' && { status }) });
}

/** A relay says nothing of the response that it relays. */
function relayOrigin(): FeedOrigin {
  return {
    where: WHERE,
    http: noHttp(),
    attempts: 1,
    redact: (text) => text,
    errorIn: relayedApiError,
  };
}
