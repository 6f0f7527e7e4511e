import { Sha256 } from '@aws-crypto/sha256-js';
import { EventStreamCodec } from '@smithy/eventstream-codec';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Received } from '../support/loopback.js';

export const KEYS = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVzLWVhc3QtMSJH',
};

/** Signs a received request with the packages of AWS, and returns the `authorization` that it should have. */
export async function expectedAuthorization(
  { method, url, headers, body }: Received,
  { service, region, keys = KEYS }: { service: string; region: string; keys?: typeof KEYS },
): Promise<string | undefined> {
  const names = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
  const date = String(headers['x-amz-date']).replace(/^(....)(..)(..T..)(..)/, '$1-$2-$3:$4:');
  const signer = new SignatureV4({
    service,
    region,
    credentials: keys,
    sha256: Sha256,
    applyChecksum: false,
  });
  const { pathname, searchParams, hostname } = new URL(url, `http://${headers.host}`);
  const signed = await signer.sign(
    {
      method,
      protocol: 'http:',
      hostname,
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: Object.fromEntries(
        names
          .filter((name) => !/^x-amz-(date|security-token)$/.test(name))
          .map((name) => [name, String(headers[name])]),
      ),
      body,
    },
    { signingDate: new Date(date) },
  );
  return signed.headers.authorization;
}

const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (text: string) => new TextEncoder().encode(text);
export const codec = new EventStreamCodec(utf8, bytesOf);

/** Frames events of the Claude API as Bedrock does, with the codec of AWS. */
export function framed(events: readonly unknown[], messageType = 'event', eventType = 'chunk'): Uint8Array[] {
  return events.map((event) =>
    codec.encode({
      headers: {
        ':event-type': { type: 'string', value: eventType },
        ':content-type': { type: 'string', value: 'application/json' },
        ':message-type': { type: 'string', value: messageType },
        // Bedrock does not send these headers. The decoder must skip headers of other types.
        number: { type: 'integer', value: 7 },
        flag: { type: 'boolean', value: true },
        when: { type: 'timestamp', value: new Date(0) },
        raw: { type: 'binary', value: new Uint8Array([1, 2]) },
      },
      body: bytesOf(
        JSON.stringify({ bytes: Buffer.from(JSON.stringify(event)).toString('base64'), p: 'abc' }),
      ),
    }),
  );
}

/** An exception in the middle of a stream. */
export function exceptionFrame(name: string, message: string): Uint8Array {
  return codec.encode({
    headers: {
      ':message-type': { type: 'string', value: 'exception' },
      ':exception-type': { type: 'string', value: name },
    },
    body: bytesOf(JSON.stringify({ message })),
  });
}

/** The events of a short message. */
export const EVENTS = [
  {
    type: 'message_start',
    message: {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'claude-sonnet-5-5',
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: { input_tokens: 3, output_tokens: 1 },
    },
  },
  { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
  { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Grüße, ' } },
  { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: '世界 🌍' } },
  { type: 'content_block_stop', index: 0 },
  {
    type: 'message_delta',
    delta: { stop_reason: 'end_turn', stop_sequence: null },
    usage: { output_tokens: 9 },
  },
  { type: 'message_stop', 'amazon-bedrock-invocationMetrics': { inputTokenCount: 3 } },
];

export const ANSWER = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-sonnet-5-5',
  content: [{ type: 'text', text: 'Hello!' }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 3, output_tokens: 9 },
};
