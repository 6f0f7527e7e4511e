import type { MessageResponse } from '../content/message-response.js';
import type { RequestFor, Sendable, Sent } from '../endpoints/built-request.js';
import type { StreamCallOptions } from '../endpoints/messages.js';
import type { Lacks } from '../endpoints/platform/features.js';
import type { LackedFields, RefusedByPlatform } from '../endpoints/platform/refused-by-platform.js';
import type {
  RefusedStreamed,
  RefusedWhole,
  StreamedFields,
  WholeFields,
} from '../endpoints/streamed-request.js';
import type { FallbackOptions } from '../request/fallback-options.js';
import type { MessageStream } from '../stream/message-stream.js';
import type { RunToolsOptions, ToolRun, ToolTurnsOptions } from '../tools/tool-run.js';
import type { ToolTurns } from '../tools/tool-turns.js';
import type { CallOptions } from '../transport/call.js';
import type { Version } from '../values/version.js';
import type { Because } from '../wire/because.js';
import type { Client } from './client.js';
import type { ClientOptions } from './client-options.js';
import type { TurnOf } from './tool-run-types.js';

/** The members of a client that a platform lacks. They have the names of their features. */
type LackedMember<Platform extends Lacks> = keyof Platform & keyof Lacks & keyof Client<Version>;

/**
 * A client of a platform: all of `Client`, except the features that the platform lacks. For each of these `Platform`
 * has the sentence that the compiler prints.
 */
export type PlatformClient<V extends Version, Platform extends Lacks> = Omit<
  Client<V>,
  keyof PlatformCalls<V, Platform> | LackedMember<Platform>
> &
  PlatformCalls<V, Platform> & {
    readonly [Member in LackedMember<Platform>]: Because<NonNullable<Platform[Member]>>;
  };

declare const onPlatform: unique symbol;

/** The methods of `Client` that send a request, for a platform. `Client` documents them. */
export interface PlatformCalls<V extends Version, Platform extends Lacks> {
  /**
   * Only a type. `Client` lacks it, so `condition ? client : bedrockClient` is a union at once. Without it, compilers
   * before TypeScript 7 compare the generic methods, for seconds, and then report TS2590.
   *
   * @internal
   */
  readonly [onPlatform]?: true;

  /** Sends a request and returns the complete answer: see `Client.createMessage()`. */
  createMessage<const Request extends Sendable>(
    request: RequestFor<
      Request,
      V,
      RefusedStreamed<Request> | RefusedByPlatform<Request, Platform>,
      StreamedFields<Request> & LackedFields<Request, Platform>
    >,
    options?: CallOptions & FallbackOptions,
  ): Promise<MessageResponse<Sent<Request>>>;

  /** Streams the answer to a request: see `Client.createMessageStream()`. */
  createMessageStream<const Request extends Sendable>(
    request: RequestFor<
      Request,
      V,
      RefusedWhole<Request> | RefusedByPlatform<Request, Platform>,
      WholeFields<Request> & LackedFields<Request, Platform>
    >,
    options?: StreamCallOptions,
  ): MessageStream<Sent<Request>>;

  /** Runs the tools that the model calls until an answer calls none: see `Client.runTools()`. */
  runTools<const Request extends Sendable>(
    request: RequestFor<Request, V, RefusedByPlatform<Request, Platform>, LackedFields<Request, Platform>>,
    options?: RunToolsOptions<Sent<Request>>,
  ): Promise<ToolRun<Sent<Request>>>;

  /** The loop of `runTools`, turn by turn: see `Client.toolTurns()`. */
  toolTurns<const Request extends Sendable, const Stream extends boolean | undefined = undefined>(
    request: RequestFor<Request, V, RefusedByPlatform<Request, Platform>, LackedFields<Request, Platform>>,
    options?: ToolTurnsOptions<Sent<Request>> & { readonly stream?: Stream },
  ): ToolTurns<Sent<Request>, TurnOf<Request, Stream>>;

  /** A client with these options changed: see `Client.with()`. */
  with<Next extends Version = V>(options: ClientOptions<Next>): PlatformClient<Next, Platform>;
}
