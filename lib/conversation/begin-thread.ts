import { type MessagesRequestBuilder, resumeBuilder } from '../request/messages-request-builder.js';
import { metaOf } from '../request/request-meta.js';
import type { TransportConfig } from '../transport/transport-config.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import { OpenThread } from './open-thread.js';
import { readThread } from './saved-thread.js';
import { ThreadSender } from './thread-sender.js';

/** Creates the thread for an argument of `client.thread()`: a builder, a request, JSON, or a forked thread. */
export function beginThread(config: TransportConfig, given: unknown, from: object | undefined): OpenThread {
  if (given instanceof OpenThread) return given;
  if (typeof given === 'object' && given !== null && ('build' in given || 'model' in given)) {
    const body = given as MessagesRequestBody;
    const builder = 'build' in given ? (given as MessagesRequestBuilder) : resumeBuilder(body, metaOf(body));
    return new OpenThread(builder, new ThreadSender(config));
  }
  const { builder, place } = readThread(given, from as MessagesRequestBuilder | undefined);
  return new OpenThread(builder, new ThreadSender(config, place));
}
