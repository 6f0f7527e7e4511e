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
 * What a service takes that asks the model: the four calls of a client. A `Client` of any version, a client of a platform
 * and `mockClient()` are one, and so is a class of your own with these methods.
 *
 * The compiler holds a request to the rules where it is built; a body that was written by hand is checked when it is sent.
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
  /** The whole answer to a request: see `Client.createMessage()`. */
  createMessage<Request extends MessagesRequest>(
    request: Request,
    options?: CallOptions & FallbackOptions,
  ): Promise<MessageResponse<Request>>;

  /** The answer to a request while it is written: see `Client.createMessageStream()`. */
  createMessageStream<Request extends MessagesRequest>(
    request: Request,
    options?: StreamCallOptions,
  ): MessageStream<Request>;

  /** Asks, runs the tools that the model calls, and asks again: see `Client.runTools()`. */
  runTools<Request extends MessagesRequest>(
    request: Request,
    options?: RunToolsOptions<Request>,
  ): Promise<RunOf<Request>>;

  /** The same loop, turn by turn: see `Client.toolTurns()`. */
  toolTurns<Request extends MessagesRequest, const Stream extends boolean | undefined = undefined>(
    request: Request,
    options?: ToolTurnsOptions<Request> & { readonly stream?: Stream },
  ): ToolTurns<Request, TurnOf<Request, Stream>>;
}
