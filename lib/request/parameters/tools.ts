import type { Flat } from '../../base/types.js';
import type { Catalogue, ModelId } from '../../models/catalogue.js';
import type { Because } from '../../wire/because.js';
import type { ToolParam } from '../../wire/tools/tool-param.js';
import type { ServerToolType, ServerToolUse } from '../../wire/typed-request.js';
import type { ForeignToolRefusal, ToolsByNameRefusal } from '../foreign-shapes.js';
import type { MadeTool, toolInput } from '../made-tool.js';
import type { Lazy, RefusalIfKnown } from '../refusal-if-known.js';
import type { AdvisorModel, AdvisorTokens } from '../rules/advisor.js';
import type { ComputerToolRefusal } from '../rules/computer-tool.js';
import type { Domains } from '../rules/domains.js';
import type { InputExamples } from '../rules/input-examples.js';
import type { ProgrammaticCalls, ProgrammaticStrict } from '../rules/programmatic-calls.js';
import type { ToolInputSchemaRefusal } from '../rules/tool-input-schema.js';
import type { ToolName } from '../rules/tool-name.js';
import type { ToolNameUnique } from '../rules/tool-names-unique.js';
import type { ToolOfModel } from '../rules/tool-of-model.js';
import type { AnyState, Field, With } from '../state.js';
import type { AppendedPatch } from './cache.js';
import type { NamesByPlace, RepeatedName } from './tool-names.js';

/** A tool in `tools()` before any rule: a tool of clust, or the object that is sent. */
export type ToolArgument =
  | ToolParam
  | MadeTool
  | MisshapenTool
  | readonly unknown[]
  | ForeignTool
  | ToolsByName;

/** Tools by their names, `{ weather }`. They are included so that a sentence refuses them. */
interface ToolsByName {
  readonly name?: undefined;
  readonly type?: undefined;
  readonly definition?: undefined;
  readonly [name: string]: MadeTool | undefined;
}

/** A tool of another API. */
interface ForeignTool {
  readonly type: 'function';
}

/** A tool whose schema does not describe an object. It is included so that a sentence refuses it. */
interface MisshapenTool {
  readonly name: string;
  readonly input_schema: { readonly [keyword: string]: unknown };
}

/** The tools themselves if all are accepted; else the sentence in place of the wrong part. */
export type ToolsParameter<State, Tools extends readonly unknown[]> = [
  RefusedTools<Field<State, 'model'>, Tools, Seen<State>>,
] extends [never]
  ? Tools
  : RefusalIfKnown<
      State,
      Tools,
      Lazy<MarkedTools<Field<State, 'model'>, Tools, Seen<State>>, readonly object[]>
    >;

/** Maps tool names to tool inputs, added to those of the state. */
export type ToolsOf<State, Tools extends readonly unknown[]> = 'tools' extends keyof State
  ? 'open' extends keyof State
    ? Open<State['tools'] & NamedInputs<Tools>>
    : With<State['tools'], NamedInputs<Tools>>
  : 'open' extends keyof State
    ? Open<NamedInputs<Tools>>
    : NamedInputs<Tools>;

/** What is kept of a state that is only known at run time: its tools, to which others may be added, and its output. */
export type Dynamic<State> = Flat<
  AnyState & {
    readonly [Key in keyof State & ('tools' | 'output')]: Key extends 'tools' ? Open<State[Key]> : State[Key];
  }
>;

/** Tools to which others may be added, since a builder that grows in branches does not show all of them. */
type Open<Inputs> = Flat<Inputs & AnyTools>;

/** Tools of any name and input. */
export type AnyTools = Readonly<Record<string, unknown>>;

type NamedInputs<Tools extends readonly unknown[]> = Tools extends unknown
  ? {
      readonly [Tool in Tools[number] as NameOf<Tool>]: InputOf<
        Tool,
        number extends Tools['length'] ? 'some' : 'these'
      >;
    }
  : never;

type Seen<State> = 'tools' extends keyof State ? keyof State['tools'] : never;

type NameOf<Tool> = Tool extends { readonly name: infer Name extends string } ? Name : never;

/** `Which` is `some` for a list of unknown length, which may lack any of its possible tools. */
type InputOf<Tool, Which> = Tool extends { readonly type: infer Type extends ServerToolType }
  ? Which extends 'these'
    ? ServerToolUse<Type>
    : unknown
  : Tool extends { readonly [toolInput]?: infer Input }
    ? Input
    : unknown;

/** Not `never` if any tool is refused. Most requests have one tool, and few tools are refused. */
export type RefusedTools<M, Tools extends readonly unknown[], Before> = unknown extends Tools
  ? never
  : Tools extends readonly [infer Only]
    ? RefusedNew<M, Only, Before>
    :
        | RepeatedName<NamesByPlace<Tools>>
        | {
            [Place in keyof Tools & `${number}`]: RefusedNew<M, Tools[Place], Before>;
          }[keyof Tools & `${number}`];

type RefusedNew<M, Tool, Before> = RefusedName<NameOf<Tool>, Before> | RefusedTool<M, Tool>;

type RefusedName<Name extends string, Before> = ToolName<Name> | ToolNameUnique<Name, Before>;

/** A custom tool has a schema; a tool of the API has a type, and its own rules. */
type RefusedTool<M, Tool> = 'type' extends keyof Tool
  ? AnyMark<ToolMarks<M, Tool, Tool['type']>>
  : 'allowed_callers' extends keyof Tool
    ? AnyMark<ToolMarks<M, Tool, unknown>>
    : Tool extends readonly unknown[]
      ? 'this is a list: give its tools one by one, tools(...list)'
      : 'name' extends keyof Tool
        ? ToolInputSchemaRefusal<Tool>
        : ToolsByNameRefusal;

type AnyMark<Found> = Found[keyof Found];

/** The sentences that refuse a tool, each under the wrong field. */
interface ToolMarks<M, Tool, Type> {
  readonly type:
    | ComputerToolRefusal<M, Type>
    | ToolOfModel<M, Tool>
    | (Type extends 'function' ? ForeignToolRefusal : never);
  readonly model: AdvisorModel<M, Tool>;
  readonly max_tokens: AdvisorTokens<Tool>;
  readonly strict: ProgrammaticStrict<Tool>;
  readonly allowed_callers: ProgrammaticCalls<M, Tool>;
  readonly input_schema: ToolInputSchemaRefusal<Tool>;
  readonly input_examples: InputExamples<Tool>;
  readonly blocked_domains: Domains<Tool>;
}

type MarkedTools<
  M,
  Tools extends readonly unknown[],
  Before,
  Marked extends readonly unknown[] = [],
> = Tools extends readonly [infer First, ...infer Rest]
  ? MarkedTools<
      M,
      Rest,
      Before | NameOf<First>,
      [...Marked, MarkedTool<M, First, RefusedName<NameOf<First>, Before>>]
    >
  : Marked;

type MarkedTool<M, Tool, RefusedName extends string> = [RefusedName | RefusedTool<M, Tool>] extends [never]
  ? Tool
  : IsMade<Tool> extends true
    ? Because<(RefusedName | RefusedTool<M, Tool>) & string>
    : { readonly [Key in keyof Tool]: MarkedField<Tool[Key], MarkOf<M, Tool, RefusedName, Key>> };

/** Whether a tool is the result of a function instead of a literal: it has no field to underline, and many to print. */
type IsMade<Tool> = Tool extends readonly unknown[] | ToolsByName
  ? true
  : Tool extends { readonly definition: unknown }
    ? true
    : Tool extends { readonly cache_control: unknown }
      ? false
      : 'cache_control' extends keyof Tool
        ? true
        : false;

type MarkOf<M, Tool, RefusedName, Key> = Key extends 'name'
  ? RefusedName
  : Key extends keyof ToolMarks<M, Tool, unknown>
    ? ToolMarks<M, Tool, Field<Tool, 'type'>>[Key]
    : never;

type MarkedField<Value, Sentence> = [Sentence] extends [never] ? Value : Because<Sentence & string>;

/** What new tools add to the state. Most are custom tools, of which other methods only need the name. */
export type ToolsPatch<State, Tools extends readonly unknown[]> = Tools extends readonly PlainTool[]
  ? { readonly tools: ToolsOf<State, Tools> }
  : { readonly tools: ToolsOf<State, Tools> } & AppendedPatch<State, 'toolsCache', Tools> &
      ([ToolsByModel<Tools[number]>] extends [never]
        ? unknown
        : { readonly toolsByModel: Field<State, 'toolsByModel'> | ToolsByModel<Tools[number]> }) &
      ([Toolset<Tools[number]>] extends [never]
        ? unknown
        : { readonly toolsets: Field<State, 'toolsets'> | Toolset<Tools[number]>['mcp_server_name'] });

interface PlainTool {
  readonly name: string;
  readonly type?: undefined;
  readonly cache_control?: undefined;
}

/** The tools that a model may refuse when the model is changed. */
type ToolsByModel<Tool> = Extract<
  Tool,
  | {
      readonly type: `computer_2${string}` | Catalogue[ModelId]['lacksTools'][number] | 'advisor_20260301';
    }
  | { readonly allowed_callers: unknown }
>;

/** The refusal of a model for the tools that are already set. */
export type RefusedToolsOfModel<M, Tool> = Tool extends unknown
  ?
      | ComputerToolRefusal<M, Field<Tool, 'type'>>
      | ToolOfModel<M, Tool>
      | AdvisorModel<M, Tool>
      | ProgrammaticCalls<M, Tool>
  : never;

type Toolset<Tool> = Extract<Tool, { readonly type: 'mcp_toolset'; readonly mcp_server_name: string }>;
