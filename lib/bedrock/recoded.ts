/** Converts a body to another format, chunk by chunk. */
export interface Recoder {
  push(bytes: Uint8Array): string;
  /** Called at the end of the bytes. */
  end(): string;
}

/** A response whose body is converted as it is read, and cancelled when its reader stops. */
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
        // A chunk may not complete an event, so this reads until there is one.
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
