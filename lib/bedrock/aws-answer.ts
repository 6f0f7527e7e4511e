import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import { errorBodyOf } from './aws-errors.js';
import { type EventMessage, EventStreamDecoder } from './event-stream.js';
import { type Recoder, recoded } from './recoded.js';

/** Converts an answer of AWS to the form of the Claude API. */
export function fromAws(response: Response): Response {
  const contentType = response.headers.get('content-type') ?? '';
  if (/^application\/vnd\.amazon\.eventstream\b/i.test(contentType))
    return recoded(response, 'text/event-stream', eventsToSse());
  const exception = response.headers.get('x-amzn-errortype');
  if (response.status < 400 || exception === null) return response;
  return recoded(response, 'application/json', errorToJson(exception.split(/[:#]/)[0] ?? exception));
}

/** Converts the events of a stream. Each contains one event of the Claude API, as Base64 in JSON. */
function eventsToSse(): Recoder {
  const decoder = new EventStreamDecoder();
  return {
    push: (bytes) => decoder.push(bytes).map(toSse).join(''),
    end() {
      if (decoder.rest > 0) throw new Error('the connection closed inside a message of the event stream.');
      return '';
    },
  };
}

function toSse({ headers, payload }: EventMessage): string {
  const json = parseJson(new TextDecoder().decode(payload));
  const kind = headers[':message-type'];
  if (kind === 'exception' || kind === 'error') {
    const name = headers[':exception-type'] ?? headers[':error-code'] ?? kind;
    const message = isObject(json) ? String(json.message ?? '') : (headers[':error-message'] ?? '');
    return sse('error', JSON.stringify(errorBodyOf(name, message || name)));
  }
  // An event without a chunk is not part of the message; AWS may add event types.
  if (!isObject(json) || typeof json.bytes !== 'string') return '';
  const data = new TextDecoder().decode(Uint8Array.from(atob(json.bytes), (char) => char.charCodeAt(0)));
  const event = parseJson(data);
  // Serialized again, since a line break in the JSON would end the `data` line.
  return isObject(event)
    ? sse(String(event.type), JSON.stringify(event))
    : sse('message', data.replace(/[\r\n]/g, ' '));
}

function sse(name: string, data: string): string {
  return `event: ${name}\ndata: ${data}\n\n`;
}

/** Longer than any error of AWS. The rest of a proxy's page is not needed. */
const MAX_ERROR_BYTES = 64 * 1024;

function errorToJson(name: string): Recoder {
  const decoder = new TextDecoder();
  let text = '';
  return {
    push(bytes) {
      if (text.length < MAX_ERROR_BYTES) text += decoder.decode(bytes, { stream: true });
      return '';
    },
    end() {
      const body = parseJson(text);
      // Some AWS services call it `Message`.
      const message = isObject(body) ? (body.message ?? body.Message) : text;
      return JSON.stringify(errorBodyOf(name, String(message || name)));
    },
  };
}
