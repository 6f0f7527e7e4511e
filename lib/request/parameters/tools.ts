import type { Because } from '../../wire/because.js';
import type { CacheControl } from '../../wire/cache-control.js';
import type { ToolParam } from '../../wire/tools/tool-param.js';
import type { ToolName } from '../rules/tool-name.js';
import type { ToolNameUnique } from '../rules/tool-names-unique.js';
import type { With } from '../state.js';
import type { AppendedPatch } from './cache.js';

/** Carries, for the compiler only, the type of the input that a tool's handler takes. */
export declare const toolInput: unique symbol;

/** A tool that `ToolBuilder`, `tool()` or a factory made: `definition` is what is sent. */
export interface ToolLike<Name extends string = string, Input = unknown> {
  readonly definition: ToolParam;
  readonly name: Name;
  readonly [toolInput]?: Input;
}

/** What `tools()` takes before any rule: a made tool, or the object that is sent. */
export type ToolArgument = ToolParam | ToolLike;

/** The tools themselves when their names are legal and unique; else the sentence in place of the name at fault. */
export type ToolsParameter<State, Tools extends readonly unknown[]> = [
  RefusedTools<Tools, Seen<State>>,
] extends [never]
  ? Tools
  : MarkedTools<Tools, Seen<State>>;

type Cached<Tool> = Extract<Tool, { readonly cache_control: CacheControl }>;

/** Tool name to tool input, after what the state already has. */
export type ToolsOf<State, Tools extends readonly unknown[]> = 'tools' extends keyof State
  ? With<State['tools'], NamedInputs<Tools>>
  : NamedInputs<Tools>;

type NamedInputs<Tools extends readonly unknown[]> = Tools extends unknown
  ? { readonly [Tool in Tools[number] as NameOf<Tool>]: InputOf<Tool> }
  : never;

type Seen<State> = 'tools' extends keyof State ? keyof State['tools'] : never;

type NameOf<Tool> = Tool extends { readonly name: infer Name extends string } ? Name : never;

type InputOf<Tool> = Tool extends { readonly [toolInput]?: infer Input } ? Input : unknown;

type RefusedTools<Tools extends readonly unknown[], Before> = Tools extends readonly [
  infer First,
  ...infer Rest,
]
  ? [RefusedName<NameOf<First>, Before>] extends [never]
    ? RefusedTools<Rest, Before | NameOf<First>>
    : RefusedName<NameOf<First>, Before>
  : never;

type RefusedName<Name extends string, Before> = ToolName<Name> | ToolNameUnique<Name, Before>;

type MarkedTools<
  Tools extends readonly unknown[],
  Before,
  Marked extends readonly unknown[] = [],
> = Tools extends readonly [infer First, ...infer Rest]
  ? MarkedTools<
      Rest,
      Before | NameOf<First>,
      [...Marked, MarkedTool<First, RefusedName<NameOf<First>, Before>>]
    >
  : Marked;

type MarkedTool<Tool, Sentence extends string> = [Sentence] extends [never]
  ? Tool
  : { readonly [Key in keyof Tool]: Key extends 'name' ? Because<Sentence> : Tool[Key] };

/** What new tools add to the state. */
export type ToolsPatch<State, Tools extends readonly unknown[]> = {
  readonly tools: ToolsOf<State, Tools>;
} & ([Cached<Tools[number]>] extends [never] ? unknown : AppendedPatch<State, 'toolsCache', Tools>);

/** Whether a tool came from `ToolBuilder`, `tool()` or a factory. */
export function isMadeTool(tool: ToolParam | { readonly definition: ToolParam }): tool is ToolLike {
  return 'definition' in tool;
}
