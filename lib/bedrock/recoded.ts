/** What turns one body into another, bit by bit. */
export interface Recoder {
  push(bytes: Uint8Array): string;
  /** At the end of the bytes. */
  end(): string;
}

/** A response whose body was recoded: it is read as the reader asks for it, and cancelled when the reader leaves. */
export function recoded(response: Response, contentType: string, recoder: Recoder): Response {
  const reader = response.body?.getReader();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        const chunk = await reader?.read();
        const isEnd = chunk === undefined || chunk.done;
        const text = isEnd ? recoder.end() : recoder.push(chunk.value);
        if (text !== '') controller.enqueue(encoder.encode(text));
        if (isEnd) return controller.close();
        // A chunk may hold no whole event; who pulls waits for one.
        if (text !== '') return;
      }
    },
    cancel: (reason) => reader?.cancel(reason),
  });
  const headers = new Headers([...response.headers]);
  headers.set('content-type', contentType);
  headers.delete('content-length');
  return new Response(body, { status: response.status, headers });
}
