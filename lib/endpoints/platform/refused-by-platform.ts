import type { DefinedModel } from '../../models/defined-model.js';
import type { StateOfBody } from '../../request/parameters/body-state.js';
import type { ChoiceType, Field, ThinkingOf, TypeOf } from '../../request/state.js';
import type { ServerToolTypeOf, StateOf } from '../../wire/typed-request.js';
import type { Lacks } from './features.js';

/** The fields, by their names in the state of a request and in a body. */
interface Fields {
  readonly container: readonly ['container' | 'skills', 'container'];
  readonly diagnostics: readonly ['diagnostics', 'diagnostics'];
  readonly fallbacks: readonly ['fallbacks', 'fallbacks'];
  readonly inferenceGeo: readonly ['geo', 'inference_geo'];
  readonly mcpServers: readonly ['mcpServers', 'mcp_servers'];
  readonly speed: readonly ['speed', 'speed'];
  readonly thread: readonly ['thread', 'thread'];
}

/** The server tools, by the types that they have. */
interface ServerTools {
  readonly advisor: `advisor_${string}`;
  readonly codeExecution: `code_execution_${string}`;
  readonly webFetch: `web_fetch_${string}`;
  readonly webSearch: `web_search_${string}`;
}

/** The betas that enable a feature. */
interface Betas {
  readonly batches: `message-batches-${string}` | `output-300k-${string}`;
  readonly countTokens: `token-counting-${string}`;
  readonly files: `files-api-${string}`;
  readonly container: `skills-${string}`;
  readonly diagnostics: `cache-diagnosis-${string}`;
  readonly fallbacks: `server-side-fallback-${string}`;
  readonly mcpServers: `mcp-client-${string}`;
  readonly speed: `fast-mode-${string}`;
  readonly thread: `message-threads-${string}`;
  readonly advisor: `advisor-tool-${string}`;
  readonly codeExecution: `code-execution-${string}`;
  readonly taskBudget: `task-budgets-${string}`;
  readonly toolChanges: `mid-conversation-tool-changes-${string}` | `inline-tools-${string}`;
}

type FieldOf<Platform> = keyof Fields & keyof Platform;

/**
 * The refusal of a request by a platform; `never` if the platform accepts it, as far as the compiler knows. Requests of
 * unknown origin, lists of unknown tools and the content of messages are checked at run time: see `lackingProblems`.
 */
export type RefusedByPlatform<Request, Platform extends Lacks> =
  | {
      [Feature in FieldOf<Platform>]: [Fields[Feature][0] & keyof StateOf<Request>] extends [never]
        ? never
        : Platform[Feature];
    }[FieldOf<Platform>]
  | RefusedPlatformTools<ServerTypesOf<StateOf<Request>>, Platform>
  | RefusedBetas<Field<StateOf<Request>, 'betas'>, Platform>
  | RefusedPlatformModel<Field<StateOf<Request>, 'model'>, Field<Platform, 'model'>>
  | (ForcesTool<ChoiceType<StateOf<Request>>, ThinkingOf<StateOf<Request>>> extends true
      ? RefusedPlatformModel<Field<StateOf<Request>, 'model'>, Field<Platform, 'forcedTool'>>
      : never)
  | ('cache' extends keyof StateOf<Request>
      ? RefusedPlatformModel<Field<StateOf<Request>, 'model'>, Field<Platform, 'automaticCache'>>
      : never);

/** Whether a tool is forced, and thinking is not disabled. The run time checks values that only it knows. */
type ForcesTool<Choice, Thinking> = [Choice] extends [never]
  ? false
  : [Choice] extends ['any' | 'tool']
    ? 'disabled' extends Thinking
      ? false
      : true
    : false;

type RefusedPlatformTools<Type, Platform extends Lacks> = [Type] extends [never]
  ? never
  :
      | {
          [Tool in keyof ServerTools & keyof Platform]: [Extract<Type, ServerTools[Tool]>] extends [never]
            ? never
            : Platform[Tool];
        }[keyof ServerTools & keyof Platform]
      | ('newWebSearch' extends keyof Platform
          ? [Extract<Exclude<Type, 'web_search_20250305'>, ServerTools['webSearch']>] extends [never]
            ? never
            : Platform['newWebSearch' & keyof Platform]
          : never);

/** The types of the server tools in a state. */
type ServerTypesOf<State> = State extends { readonly tools: infer Tools }
  ? { [Name in keyof Tools]: ServerToolTypeOf<Tools[Name]> }[keyof Tools]
  : never;

type RefusedBetas<Named, Platform extends Lacks> = [Named] extends [never]
  ? never
  : {
      [Feature in keyof Betas & keyof Platform]: [Extract<Named, Betas[Feature]>] extends [never]
        ? never
        : Platform[Feature];
    }[keyof Betas & keyof Platform];

/** A union of models is refused only if the platform has none of them. Otherwise the run time checks the model. */
type RefusedPlatformModel<M, Sentences> = [Sentences] extends [never]
  ? never
  : [SentModelId<M>] extends [keyof Sentences]
    ? Sentences[SentModelId<M>]
    : never;

type SentModelId<M> = M extends DefinedModel ? M['id'] : M;

/** The same for a body, by the fields at fault. */
export type LackedFields<Request, Platform extends Lacks> = {
  readonly [Feature in FieldOf<Platform> as Fields[Feature][1]]: Platform[Feature];
} & {
  readonly tools: RefusedPlatformTools<ServerTypesOf<StateOfBody<Request>>, Platform>;
  readonly model: RefusedPlatformModel<Field<Request, 'model'>, Field<Platform, 'model'>>;
  readonly cache_control: RefusedPlatformModel<Field<Request, 'model'>, Field<Platform, 'automaticCache'>>;
  readonly tool_choice: ForcesTool<
    TypeOf<Field<Request, 'tool_choice'>>,
    TypeOf<Field<Request, 'thinking'>>
  > extends true
    ? RefusedPlatformModel<Field<Request, 'model'>, Field<Platform, 'forcedTool'>>
    : never;
  readonly output_config: [Field<Field<Request, 'output_config'>, 'task_budget'>] extends [never]
    ? never
    : Field<Platform, 'taskBudget'>;
};
