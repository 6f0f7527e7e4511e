import { metaOfBuilder } from '../request/builder.js';
import type { MessagesRequest } from '../request/messages-request.js';
import type { MessagesRequestBuilder } from '../request/messages-request-builder.js';
import { metaOf } from '../request/request-meta.js';
import { MessageStream } from '../stream/message-stream.js';
import type { TransportConfig } from '../transport/transport-config.js';
import type { OpenThread, OpenTurn } from './open-thread.js';
import type { SavedThread, Thread } from './thread.js';

/** What a thread starts from: a builder, a request, JSON, or another thread. */
type ThreadSource = string | SavedThread | OpenThread | MessagesRequest | MessagesRequestBuilder;

/** A thread whose code is loaded on first use, so that a program without threads does not contain it. */
export function lazyThread(config: TransportConfig, given: ThreadSource, from?: object): Thread {
  let open: OpenThread | undefined;
  let opening: Promise<OpenThread> | undefined;
  const load = () => {
    opening ??= import('./begin-thread.js').then(async ({ beginThread }) => {
      open = beginThread(config, given, from);
      return open;
    });
    return opening;
  };
  const thread: Record<keyof Thread, (...args: never[]) => unknown> = {
    send: async (...args: Parameters<OpenThread['send']>) => (await load()).send(...args),
    run: async (...args: Parameters<OpenThread['run']>) => (await load()).run(...args),
    stream: (content: never, { signal, ...options }: Parameters<OpenThread['turn']>[1] = {}) => {
      let turn: OpenTurn | undefined;
      return new MessageStream(
        async (stop) => {
          turn = await (await load()).turn(content, options, stop);
          return turn.feed;
        },
        {
          signal,
          readOutput: (message) => turn?.read(message as never),
          onEnd: (message) => turn?.end(message),
        },
      );
    },
    fork: () => lazyThread(config, open?.fork() ?? given, from),
    toJSON: () => open?.toJSON() ?? unsent(given),
  };
  return Object.freeze(thread) as Thread;
}

/** The JSON of a thread before its first request. */
function unsent(given: ThreadSource): SavedThread {
  if (typeof given === 'string') return JSON.parse(given);
  if ('fork' in given) return given.toJSON();
  if ('format' in given) return given;
  const [request, betas] =
    'build' in given ? [given.toJSON(), metaOfBuilder(given).betas] : [given, metaOf(given).betas];
  return { format: 'clust.thread', version: 1, request, betas, link: null };
}
