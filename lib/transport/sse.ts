import { createParser } from 'eventsource-parser';

export interface SseHandlers {
  /** One event: its `event` field, if it has one, and its `data`, which is not empty. */
  readonly onEvent: (name: string | undefined, data: string) => void;
  /** More than the limit has arrived of one event. */
  readonly onOverflow: (limit: number) => void;
}

export interface SseDecoder {
  push(bytes: Uint8Array): void;
  /** At the end of the bytes: an event that lacks its blank line is an event all the same. */
  end(): void;
}

/**
 * Cuts the bytes of an event stream into events. The dialects of gateways are read too: LF, CR and CRLF, a byte order
 * mark, comments, no space behind `data:`, no blank line at the end.
 */
export function createSseDecoder(maxEventBytes: number, { onEvent, onOverflow }: SseHandlers): SseDecoder {
  const decoder = new TextDecoder();
  const parser = createParser({
    maxBufferSize: maxEventBytes,
    onEvent: ({ event, data }) => {
      if (data !== '') onEvent(event, data);
    },
    onError: ({ type }) => {
      // What else can be wrong, an unknown field or a bad `retry`, is to be ignored in an event stream.
      if (type === 'max-buffer-size-exceeded') onOverflow(maxEventBytes);
    },
  });
  let isAfterCr = false;

  /**
   * A CR at the end of a chunk may be half of a CRLF, so the parser would keep that line until more comes; behind the
   * last event nothing comes. The line has ended either way: an LF is put in, and the one that may follow left out.
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
