import type { MessageResponse } from '../../content/message-response.js';
import type { Because } from '../../wire/because.js';
import type { CachePatch, RefusedCache } from './cache.js';
import type { ContentParameter } from './content.js';
import type { AssistantTurn } from './conversation.js';

/** What a system prompt adds to the state; the one before, with its breakpoints, is gone. */
export type SystemPatch<State, Content> = (State extends { readonly systemCache: unknown }
  ? { readonly systemCache: readonly [] }
  : unknown) &
  CachePatch<State, 'systemCache', Content>;

/** What a user turn adds to the state. */
export type UserPatch<State, Content> = { readonly lastTurn: 'user' } & CachePatch<
  State,
  'messagesCache',
  Content
> &
  CitationPatch<Content>;

/** What an assistant turn adds to the state. */
export type AssistantPatch<State, Content> = {
  readonly lastTurn: Content extends MessageResponse ? 'assistant, to be resumed' : AssistantTurn<Content>;
} & CachePatch<State, 'messagesCache', Content>;

export type SystemParameter<State, Content> = Cached<RefusedCache<State, 'systemCache', Content>, Content>;
export type UserParameter<State, Content> = Cached<RefusedCache<State, 'messagesCache', Content>, Content>;
export type AssistantParameter<State, Content> = Content extends MessageResponse
  ? Content
  : Cached<RefusedCache<State, 'messagesCache', Content>, Content>;

/** A breakpoint too many refuses the content as a whole; blank text is marked where it stands. */
type Cached<Refused, Content> = [Refused] extends [never]
  ? ContentParameter<Content>
  : Because<Refused & string>;

/** API version 2026-10-21 refuses citations on what a user says; the client that sends the request checks it. */
type CitationPatch<Content> = Content extends string
  ? unknown
  : Content extends { readonly citations: readonly [unknown, ...unknown[]] }
    ? { readonly userCitations: true }
    : Content extends readonly (infer Block)[]
      ? Extract<
          Block,
          { readonly type: 'text'; readonly citations: readonly [unknown, ...unknown[]] }
        > extends never
        ? unknown
        : { readonly userCitations: true }
      : unknown;
