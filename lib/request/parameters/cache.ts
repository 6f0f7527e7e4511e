import type { Because } from '../../wire/because.js';
import type { CacheControl } from '../../wire/cache-control.js';
import type { Refusal } from '../rules/by-field.js';
import type { With } from '../state.js';

/** Where a breakpoint stands: the API reads tools first, then the system prompt, then the messages. */
export type CacheSegment = 'toolsCache' | 'systemCache' | 'messagesCache';

/** The breakpoints that literal content sets, as a tuple of their lifetimes under the segment's key; else nothing. */
export type CachePatch<State, Segment extends CacheSegment, Content> = Content extends string
  ? unknown
  : BreakpointsOf<Content> extends infer Found extends readonly unknown[]
    ? Found extends readonly []
      ? unknown
      : { readonly [Key in Segment]: readonly [...Before<State, Segment>, ...Found] }
    : unknown;

/** Why the breakpoints of new content are refused, counted with those the state has. */
export type RefusedCache<State, Segment extends CacheSegment, Content> =
  unknown extends CachePatch<State, Segment, Content>
    ? never
    : Refusal<With<State, CachePatch<State, Segment, Content>>, 'cache'>;

/** The lifetime of a breakpoint; the API's default is five minutes. */
export type TtlOf<Control> = Control extends { readonly ttl: infer Ttl extends string } ? Ttl : '5m';

/** A system prompt is replaced as a whole; tools and messages are appended. */
type Before<State, Segment extends CacheSegment> = Segment extends 'systemCache'
  ? []
  : State extends { readonly [Key in Segment]: infer Ttls extends readonly unknown[] }
    ? Ttls
    : [];

type BreakpointsOf<Content> = Content extends readonly unknown[]
  ? CollectBreakpoints<Content>
  : CollectBreakpoints<readonly [Content]>;

type CollectBreakpoints<
  Blocks extends readonly unknown[],
  Found extends readonly unknown[] = [],
> = Blocks extends readonly [infer First, ...infer Rest]
  ? CollectBreakpoints<
      Rest,
      First extends { readonly cache_control: infer Control extends CacheControl }
        ? [...Found, TtlOf<Control>]
        : Found
    >
  : Found;

/** The lifetime of the automatic breakpoint, where the state has room for one. */
export type CacheControlParameter<State, Control> = [RefusedControl<State, Control>] extends [never]
  ? Control
  : { readonly ttl?: Because<RefusedControl<State, Control>> };

type RefusedControl<State, Control> = Refusal<With<State, { cache: readonly [TtlOf<Control>] }>, 'cache'>;
