import type { ToolNameUnique } from '../request/rules/tool-names-unique.js';
import type { IsUnion } from '../request/state.js';
import type { Because } from '../wire/because.js';
import type { Tool } from './tool.js';

/**
 * The tools themselves when no two have the same name; else the sentence in place of each that does.
 *
 * By where each name stands, not by a walk from the first to the last, which costs the compiler twice as much.
 */
export type UniqueTools<Tools extends readonly Tool[]> = [RepeatedName<Tools>] extends [never]
  ? Tools
  : { readonly [Index in keyof Tools]: Marked<Tools[Index], RepeatedName<Tools>> };

/** Where each name stands. */
type Places<Tools extends readonly Tool[]> = {
  [Index in keyof Tools & `${number}` as NameOf<Tools[Index]>]: Index;
};

type RepeatedName<Tools extends readonly Tool[], At = Places<Tools>> = {
  [Name in keyof At]: IsUnion<At[Name]> extends true ? Name : never;
}[keyof At];

/** A name that only the run time knows is not compared. */
type NameOf<One> = One extends { readonly name: infer Name extends string }
  ? string extends Name
    ? never
    : Name
  : never;

type Marked<One, Repeated> = One extends { readonly name: infer Name extends Repeated & string }
  ? Because<ToolNameUnique<Name, Repeated>>
  : One;
