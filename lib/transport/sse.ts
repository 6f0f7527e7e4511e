import { createParser } from 'eventsource-parser';

export interface SseHandlers {
  /** Called for each event, with its `event` field, if it has one, and its `data`, which is not empty. */
  readonly onEvent: (name: string | undefined, data: string) => void;
  /** Called when one event is longer than `limit`. */
  readonly onOverflow: (limit: number) => void;
}

export interface SseDecoder {
  push(bytes: Uint8Array): void;
  /** Called at the end of the bytes: an event without its final blank line still counts. */
  end(): void;
}

/**
 * Parses server-sent events. It accepts what gateways send: LF, CR and CRLF, a byte order mark, comments, no space
 * after `data:`, no blank line at the end.
 */
export function createSseDecoder(maxEventBytes: number, { onEvent, onOverflow }: SseHandlers): SseDecoder {
  const decoder = new TextDecoder();
  const parser = createParser({
    maxBufferSize: maxEventBytes,
    onEvent: ({ event, data }) => {
      if (data !== '') onEvent(event, data);
    },
    onError: ({ type }) => {
      // Other parse errors, such as an unknown field or a bad `retry`, are ignored, as the standard requires.
      if (type === 'max-buffer-size-exceeded') onOverflow(maxEventBytes);
    },
  });
  let isAfterCr = false;

  /**
   * A CR at the end of a chunk may be half of a CRLF, so the parser would wait for the next chunk, which does not come
   * after the last event. The line has ended either way: an LF is added here, and a following LF is removed.
   */
  const feed = (text: string) => {
    if (text === '') return;
    const fresh = isAfterCr && text.startsWith('\n') ? text.slice(1) : text;
    isAfterCr = text.endsWith('\r');
    parser.feed(isAfterCr ? `${fresh}\n` : fresh);
  };
  return {
    push: (bytes) => feed(decoder.decode(bytes, { stream: true })),
    end: () => feed(`${decoder.decode()}\n\n`),
  };
}
