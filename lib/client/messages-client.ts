import type { MessageResponse } from '../content/message-response.js';
import type { StreamCallOptions } from '../endpoints/messages.js';
import type { FallbackOptions } from '../request/fallback-options.js';
import type { MessagesRequest } from '../request/messages-request.js';
import type { MessageStream } from '../stream/message-stream.js';
import type { RunToolsOptions, ToolTurnsOptions } from '../tools/tool-run.js';
import type { ToolTurns } from '../tools/tool-turns.js';
import type { CallOptions } from '../transport/call.js';
import type { RunOf, TurnOf } from './tool-run-types.js';

/**
 * The type for a function or class that calls the model: the four message methods of a client. A `Client` of any
 * version, a platform client, `mockClient()` and a class of your own with these methods are assignable to it.
 *
 * The compiler checks a request where it is built. A body that was written by hand is checked when it is sent.
 *
 * @example
 * ```ts
 * import { Client, type MessagesClient, MessagesRequestBuilder } from 'clust';
 *
 * class Translator {
 *   readonly #client: MessagesClient;
 *
 *   constructor(client: MessagesClient) {
 *     this.#client = client;
 *   }
 *
 *   async toFrench(text: string): Promise<string> {
 *     const request = MessagesRequestBuilder.create('claude-haiku-4-5')
 *       .maxTokens(1024)
 *       .system('Translate to French.')
 *       .user(text)
 *       .build();
 *     return (await this.#client.createMessage(request)).text;
 *   }
 * }
 *
 * console.log(await new Translator(Client.fromEnv()).toFrench('Good morning!'));
 * ```
 */
export interface MessagesClient {
  /** Returns the complete answer to a request: see `Client.createMessage()`. */
  createMessage<Request extends MessagesRequest>(
    request: Request,
    options?: CallOptions & FallbackOptions,
  ): Promise<MessageResponse<Request>>;

  /** Streams the answer to a request: see `Client.createMessageStream()`. */
  createMessageStream<Request extends MessagesRequest>(
    request: Request,
    options?: StreamCallOptions,
  ): MessageStream<Request>;

  /** Runs the tools that the model calls until an answer calls none: see `Client.runTools()`. */
  runTools<Request extends MessagesRequest>(
    request: Request,
    options?: RunToolsOptions<Request>,
  ): Promise<RunOf<Request>>;

  /** The loop of `runTools`, turn by turn: see `Client.toolTurns()`. */
  toolTurns<Request extends MessagesRequest, const Stream extends boolean | undefined = undefined>(
    request: Request,
    options?: ToolTurnsOptions<Request> & { readonly stream?: Stream },
  ): ToolTurns<Request, TurnOf<Request, Stream>>;
}
