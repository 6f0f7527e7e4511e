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

/** Opens a stream: the message with no content yet. */
export interface MessageStartEvent {
  readonly type: 'message_start';
  readonly message: MessageBody;
}

/** Opens a block: what follows it fills in. */
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

/** Closes a block. */
export interface ContentBlockStopEvent {
  readonly type: 'content_block_stop';
  readonly index: number;
}

/** Usage so far: the counts are totals and replace those of `message_start`; what is left out stays. */
export type MessageDeltaUsage = { readonly [Field in keyof Usage]?: Usage[Field] | null | undefined };

/** What is known of a message only at its end. */
export interface MessageDelta {
  readonly stop_reason: StopReason | null;
  readonly stop_sequence?: string | null | undefined;
  readonly stop_details?: StopDetails | null | undefined;
  readonly container?: ResponseContainer | null | undefined;
}

/** Closes the message's head: why it stopped, and what it cost. */
export interface MessageDeltaEvent {
  readonly type: 'message_delta';
  readonly delta: MessageDelta;
  readonly usage?: MessageDeltaUsage | undefined;
  readonly context_management?: AppliedContextManagement | null | undefined;
  readonly input_transformations?: readonly InputTransformation[] | null | undefined;
}

/** Closes a stream: without it the message is not complete. */
export interface MessageStopEvent {
  readonly type: 'message_stop';
}

/** Keeps the connection open; it says nothing. */
export interface PingEvent {
  readonly type: 'ping';
}

/** An error after the stream began, when the status could not tell any more. */
export interface ErrorEvent {
  readonly type: 'error';
  readonly error: ApiErrorObject;
  readonly request_id?: string | null | undefined;
}

/** Every event that this release has a name for. */
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
