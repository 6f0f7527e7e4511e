import type { Because } from '../../wire/because.js';
import type { CacheControl } from '../../wire/cache-control.js';
import type { RefusalIfKnown } from '../refusal-if-known.js';
import type { CacheBreakpoints } from '../rules/cache-breakpoints.js';
import type { CacheTtlOrder } from '../rules/cache-ttl-order.js';

/** The places of breakpoints, in the order in which the API reads them. `cache` is the automatic one. */
type Segment = 'toolsCache' | 'systemCache' | 'messagesCache' | 'cache';

/** The state's breakpoints, with those of one segment replaced, as a tuple of lifetimes. */
type Breakpoints<State, Replaced extends Segment, Ttls extends readonly unknown[]> = readonly [
  ...(Replaced extends 'toolsCache' ? Ttls : BreakpointsBefore<State, 'toolsCache'>),
  ...(Replaced extends 'systemCache' ? Ttls : BreakpointsBefore<State, 'systemCache'>),
  ...(Replaced extends 'messagesCache' ? Ttls : BreakpointsBefore<State, 'messagesCache'>),
  ...(Replaced extends 'cache' ? Ttls : BreakpointsBefore<State, 'cache'>),
];

type BreakpointsBefore<State, Key extends Segment> = Key extends keyof State
  ? State[Key] extends readonly unknown[]
    ? State[Key]
    : []
  : [];

/** The lifetimes in a segment after content is appended to it. */
type Appended<State, Key extends Segment, Content> = readonly [
  ...BreakpointsBefore<State, Key>,
  ...TtlsOf<Content>,
];

/** What appended content adds to the state: its breakpoints under the segment's key, or nothing if it has none. */
export type AppendedPatch<State, Key extends Segment, Content> =
  TtlsOf<Content> extends readonly [] ? unknown : { readonly [Name in Key]: Appended<State, Key, Content> };

/** What replacing content sets in the state. Earlier breakpoints are removed. */
export type ReplacedPatch<State, Key extends Segment, Content> =
  TtlsOf<Content> extends readonly []
    ? Key extends keyof State
      ? { readonly [Name in Key]: readonly [] }
      : unknown
    : { readonly [Name in Key]: TtlsOf<Content> };

/** The refusal of appended breakpoints, counted with those of the state. */
export type RefusedAppended<State, Key extends Segment, Content> =
  TtlsOf<Content> extends readonly []
    ? never
    : RefusedBreakpoints<Breakpoints<State, Key, Appended<State, Key, Content>>>;

/** The refusal of the breakpoints of replacing content. */
export type RefusedReplaced<State, Key extends Segment, Content> = RefusedTtls<State, Key, TtlsOf<Content>>;

/** The refusal of breakpoints with these lifetimes, in place of those that a segment has. */
export type RefusedTtls<
  State,
  Key extends Segment,
  Ttls extends readonly unknown[],
> = Ttls extends readonly [] ? never : RefusedBreakpoints<Breakpoints<State, Key, Ttls>>;

/** The refusal of a state's breakpoints when it is built: those of tools are not counted earlier. */
export type RefusedCache<State> = 'toolsCache' extends keyof State
  ? RefusedBreakpoints<Breakpoints<State, 'cache', BreakpointsBefore<State, 'cache'>>>
  : 'refusedCache' extends keyof State
    ? State['refusedCache']
    : never;

/** The refusal of breakpoints with these lifetimes, in the order in which the API reads them. */
type RefusedBreakpoints<Ttls> = Ttls extends unknown ? CacheBreakpoints<Ttls> | CacheTtlOrder<Ttls> : never;

/** The lifetime of a breakpoint; the API's default is five minutes. */
export type TtlOf<Control> = Control extends { readonly ttl: infer Ttl extends string } ? Ttl : '5m';

/** The lifetimes of the breakpoints that literal content sets, in order. */
type TtlsOf<Content> = Content extends string
  ? []
  : Content extends readonly unknown[]
    ? Collect<Content>
    : Collect<readonly [Content]>;

/**
 * The lifetimes of the breakpoints in literal turns, in order.
 *
 * The turns are mapped to their lifetimes first: the compiler copies a list of turns for each step through it, but not
 * a list of words.
 */
export type TtlsOfTurns<Turns extends readonly unknown[]> = Concatenated<{
  readonly [Place in keyof Turns]: TtlsOfTurn<Turns[Place]>;
}>;

/** The lists as one. It takes eight at a time, since 1,000 steps exceed the compiler's limit. */
type Concatenated<
  Lists extends readonly unknown[],
  Found extends readonly unknown[] = [],
> = Lists extends readonly [
  infer A extends List,
  infer B extends List,
  infer C extends List,
  infer D extends List,
  infer E extends List,
  infer F extends List,
  infer G extends List,
  infer H extends List,
  ...infer Rest,
]
  ? Concatenated<Rest, readonly [...Found, ...A, ...B, ...C, ...D, ...E, ...F, ...G, ...H]>
  : Lists extends readonly [infer First extends List, ...infer Rest]
    ? Concatenated<Rest, readonly [...Found, ...First]>
    : Found;

type List = readonly unknown[];

type TtlsOfTurn<Turn> = Turn extends { readonly content: infer Content } ? TtlsOf<Content> : [];

type Collect<
  Blocks extends readonly unknown[],
  Found extends readonly unknown[] = [],
> = Blocks extends readonly [infer First, ...infer Rest]
  ? Collect<
      Rest,
      First extends { readonly cache_control: infer Control extends CacheControl }
        ? [...Found, TtlOf<Control>]
        : Found
    >
  : Found;

/** The automatic breakpoint, if the state has room for one. */
export type CacheControlParameter<State, Control> = [RefusedControl<State, Control>] extends [never]
  ? Control
  : RefusalIfKnown<State, Control, { readonly ttl?: Because<RefusedControl<State, Control>> }>;

type RefusedControl<State, Control> = unknown extends Control
  ? never
  : RefusedReplaced<
      State,
      'cache',
      { readonly cache_control: { readonly type: 'ephemeral'; readonly ttl: TtlOf<Control> } }
    >;

/**
 * What the automatic breakpoint sets in the state. A call without arguments has no place for a sentence, so `build()`
 * shows it.
 */
export type ControlPatch<State, Control> = { readonly cache: readonly [TtlOf<Control>] } & (Control extends {
  readonly ttl: string;
}
  ? unknown
  : [RefusedControl<State, Control>] extends [never]
    ? unknown
    : { readonly refusedCache: RefusedControl<State, Control> });
