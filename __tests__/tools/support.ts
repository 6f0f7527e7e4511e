import { ApiKey, type Client, ClientBuilder } from '../../lib/index.js';
import { type Answer, apiError, type Loopback, raw, serve } from '../support/loopback.js';
import { sse } from '../support/streams.js';

/** An answer of the API, with the fields that these tests need. */
export interface Said {
  readonly content: readonly { readonly type: string; readonly [field: string]: unknown }[];
  readonly stop_reason: string;
  readonly [field: string]: unknown;
}

export function message(content: Said['content'], stop_reason = 'tool_use'): Said {
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-sonnet-5-5',
    content,
    stop_reason,
    stop_sequence: null,
    usage: { input_tokens: 10, output_tokens: 5 },
  };
}

/** An answer that calls tools, given as names with inputs. */
export function calls(...uses: readonly { readonly [name: string]: unknown }[]): Said {
  const blocks = uses.flatMap(Object.entries).map(([name, input], index) => ({
    type: 'tool_use',
    id: `toolu_${index}`,
    name,
    input,
  }));
  return message(blocks);
}

export function says(text: string): Said {
  return message([{ type: 'text', text }], 'end_turn');
}

/** What a server replies: an answer, an error, or an answer whose connection breaks off. */
type Reply = Said | 'overloaded' | { readonly cut: Said };

/** Starts a server that gives these answers in order, and then repeats the last one. */
export function answers(stream: boolean, ...said: readonly [Reply, ...Reply[]]): Promise<Loopback> {
  const [first, ...rest] = said.map((one): Answer => {
    if (one === 'overloaded') return apiError(529, 'overloaded_error', 'Overloaded');
    if (isCut(one)) return replyWith(stream, one.cut, -120);
    return replyWith(stream, one);
  });
  // The type of `said` guarantees a first reply.
  return serve(first as Answer, ...rest);
}

function isCut(reply: Said | { readonly cut: Said }): reply is { readonly cut: Said } {
  return 'cut' in reply;
}

function replyWith(stream: boolean, said: Said, end?: number): Answer {
  const whole = stream ? sse(...eventsOf(said)) : JSON.stringify(said);
  return raw(whole.slice(0, end), 200, {
    'content-type': stream ? 'text/event-stream' : 'application/json',
    'request-id': 'req_1',
  });
}

/** The stream events of an answer. */
export function eventsOf({ content, stop_reason, ...message }: Said): object[] {
  const usage = message.usage as object;
  return [
    { type: 'message_start', message: { ...message, content: [], stop_reason: null } },
    ...content.flatMap((block, index) => [
      { type: 'content_block_start', index, content_block: emptyBlock(block) },
      ...deltasOf(block).map((delta) => ({ type: 'content_block_delta', index, delta })),
      { type: 'content_block_stop', index },
    ]),
    { type: 'message_delta', delta: { stop_reason, stop_sequence: null }, usage },
    { type: 'message_stop' },
  ];
}

type Block = Said['content'][number];

function emptyBlock(block: Block): object {
  if (block.type === 'text') return { ...block, text: '' };
  return block.type.endsWith('tool_use') ? { ...block, input: {} } : block;
}

function deltasOf(block: Block): object[] {
  if (block.type === 'text') return [{ type: 'text_delta', text: block.text }];
  if (!block.type.endsWith('tool_use')) return [];
  return [{ type: 'input_json_delta', partial_json: JSON.stringify(block.input) }];
}

export function clientFor({ url }: { readonly url: string }): Client {
  return ClientBuilder.create().apiKey(ApiKey.of('sk-ant-test')).baseUrl(url).build();
}

/** The bodies that a server received. */
// biome-ignore lint/suspicious/noExplicitAny: the tests know the shape of what they sent
export function sentTo({ received }: Loopback): any[] {
  return received.map(({ body }) => JSON.parse(body));
}

export function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}
