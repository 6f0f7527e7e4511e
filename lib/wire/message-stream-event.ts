import type { ApiErrorObject } from './api-error-body.js';
import type { ContentBlock } from './blocks/content-block.js';
import type { ContentDelta } from './content-delta.js';
import type {
  AppliedContextManagement,
  InputTransformation,
  MessageBody,
  ResponseContainer,
} from './message-body.js';
import type { UnknownVariant } from './open.js';
import type { StopDetails, StopReason } from './stop-reason.js';
import type { Usage } from './usage.js';

/** Starts a stream: the message without content. */
export interface MessageStartEvent {
  readonly type: 'message_start';
  readonly message: MessageBody;
}

/** Starts a block. The following deltas fill it. */
export interface ContentBlockStartEvent {
  readonly type: 'content_block_start';
  readonly index: number;
  readonly content_block: ContentBlock;
}

/** Adds to a block. */
export interface ContentBlockDeltaEvent {
  readonly type: 'content_block_delta';
  readonly index: number;
  readonly delta: ContentDelta;
}

/** Ends a block. */
export interface ContentBlockStopEvent {
  readonly type: 'content_block_stop';
  readonly index: number;
}

/**
 * The usage so far. The counts are totals and replace those of `message_start`; counts that are left out stay the same.
 */
export type MessageDeltaUsage = { readonly [Field in keyof Usage]?: Usage[Field] | null | undefined };

/** The fields of a message that are known at its end. */
export interface MessageDelta {
  readonly stop_reason: StopReason | null;
  readonly stop_sequence?: string | null | undefined;
  readonly stop_details?: StopDetails | null | undefined;
  readonly container?: ResponseContainer | null | undefined;
}

/** Completes the fields of the message: the stop reason and the usage. */
export interface MessageDeltaEvent {
  readonly type: 'message_delta';
  readonly delta: MessageDelta;
  readonly usage?: MessageDeltaUsage | undefined;
  readonly context_management?: AppliedContextManagement | null | undefined;
  readonly input_transformations?: readonly InputTransformation[] | null | undefined;
}

/** Ends a stream. Without it the message is incomplete. */
export interface MessageStopEvent {
  readonly type: 'message_stop';
}

/** Keeps the connection open. */
export interface PingEvent {
  readonly type: 'ping';
}

/** An error after the stream started, when the HTTP status had already been sent. */
export interface ErrorEvent {
  readonly type: 'error';
  readonly error: ApiErrorObject;
  readonly request_id?: string | null | undefined;
}

/** Every event type that this release knows. */
export type KnownStreamEvent =
  | MessageStartEvent
  | ContentBlockStartEvent
  | ContentBlockDeltaEvent
  | ContentBlockStopEvent
  | MessageDeltaEvent
  | MessageStopEvent
  | PingEvent
  | ErrorEvent;

/** An event of a stream. The union is open: keep a `default` branch. */
export type MessageStreamEvent = KnownStreamEvent | UnknownVariant;
