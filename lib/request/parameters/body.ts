import type { DefinedModel } from '../../models/defined-model.js';
import type { Because } from '../../wire/because.js';
import type { Fallback } from '../../wire/fallbacks.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { TypedRequest } from '../../wire/typed-request.js';
import type { MissingField } from '../missing-fields.js';
import type { RefusalIfKnown } from '../refusal-if-known.js';
import type {
  RefusedContext,
  RefusedEffort,
  RefusedEnd,
  RefusedGeo,
  RefusedOutput,
  RefusedSpeed,
  RefusedStream,
  RefusedTemperature,
  RefusedThinking,
  RefusedToolChoice,
  RefusedTopK,
  RefusedTopP,
} from '../refusals.js';
import type { FallbacksWithCredit } from '../rules/fallbacks.js';
import type { MaxTokensOfModel } from '../rules/max-tokens.js';
import type { McpToolsets } from '../rules/mcp-toolset.js';
import type { Skills } from '../rules/skills.js';
import type { ToolChoiceNeedsTools } from '../rules/tool-choice-tool.js';
import type { Field, TypeOf } from '../state.js';
import type { IsCopy, StateOfBody, WithMore } from './body-state.js';
import type { RefusedCache, RefusedTtls, TtlOf } from './cache.js';
import type { ContextParameter } from './context-management.js';
import type { ConversationParameter, RefusedMessages, TurnArgument } from './conversation.js';
import type { FallbacksParameter, RefusedFallbacks } from './fallbacks.js';
import type { LastTurn } from './last-turn.js';
import type { McpServersParameter, StopSequencesParameter } from './lists.js';
import type { ModelToCreate } from './model.js';
import type { ThinkingParameter } from './thinking.js';
import type { ToolChoiceParameter } from './tool-choice.js';
import type { RefusedTools, ToolArgument, ToolsParameter } from './tools.js';
import type { RefusedSystem, SystemParameter } from './turns.js';

/** Any body. The constraint is loose, since the wire's type would be compared with every literal once more. */
export interface BodyArgument {
  readonly model?: unknown;
  readonly max_tokens?: unknown;
  readonly messages?: unknown;
}

/**
 * A body that all rules accept. Each field has the wire's type, so that the compiler reports a misspelled field at any
 * depth, or a sentence in its place. `Other` has the caller's sentences beside the rules, by field. `Optional` names
 * required fields that the caller does not need.
 */
export type CheckedBody<Body, Other = unknown, Optional = never> = [AnyBody<Body>] extends [never]
  ? [MissingField<Body, Optional>] extends [never]
    ? WholeBody<Body, Other>
    : Because<MissingField<Body, Optional>>
  : Body;

type WholeBody<Body, Other> =
  IsCopy<Body> extends true
    ? {
        readonly [Key in keyof Body]: [undefined] extends [Body[Key]]
          ? CopiedField<Key>
          : CheckedField<Body, WholeState<Body>, Key, Other>;
      }
    : { readonly [Key in keyof Body]: CheckedField<Body, WholeState<Body>, Key, Other> };

/** The state of a body that is complete, so that no beta can be added later. */
type WholeState<Body> = StateOfBody<Body> & { readonly betas: never };

/** A body that a builder continues from. The fields that `build()` requires may be added later. */
export type StartedBody<Body> = [AnyBody<Body>] extends [never]
  ? {
      readonly [Key in keyof Body]: [undefined] extends [Body[Key]]
        ? CopiedField<Key>
        : Key extends 'messages'
          ? StartedMessages<StateOfBody<Body>, Body[Key]>
          : CheckedField<Body, WithMore<StateOfBody<Body>>, Key, unknown>;
    }
  : Body;

type StartedMessages<State, Messages> = Messages extends readonly unknown[]
  ? [RefusedMessages<State, Messages>] extends [never]
    ? readonly TurnArgument[]
    : ConversationParameter<State, Messages>
  : Wire<'messages'>;

/** Not `never` for a type parameter. The remaining branch is the one from which the body is inferred. */
type AnyBody<Body> = [unknown] extends [Body] ? 'any' : never;

/** A field that may be absent in a copy of a request, as far as the compiler knows. */
type CopiedField<Key> = Key extends keyof MessagesRequestBody
  ? WireField<Key> | undefined
  : Key extends keyof TypedRequest
    ? unknown
    : Because<`a request has no field ${Key & string}`>;

type CheckedField<Body, State, Key extends keyof Body, Other> = [Field<Other, Key & string>] extends [never]
  ? Key extends keyof Checks<Body, State>
    ? Checks<Body, State>[Key]
    : Key extends keyof MessagesRequestBody
      ? MessagesRequestBody[Key]
      : Because<`a request has no field ${Key & string}`>
  : OtherField<Body[Key], Field<Other, Key & string>>;

/** A plain sentence for a number, else a branded one, since a plain one would be assignable to strings. */
type OtherField<Value, Refusal> = Value extends null | undefined
  ? Value
  : Value extends number
    ? Refusal
    : Because<Refusal & string>;

/** The type of a field in the wire format, with widened turns and tools of clust. */
type WireField<Key extends keyof MessagesRequestBody> = Key extends 'messages'
  ? readonly TurnArgument[]
  : Key extends 'tools'
    ? readonly ToolArgument[]
    : MessagesRequestBody[Key];

/** The wire's type of a field, or the sentence. An interface, so that fields are evaluated one at a time. */
interface Checks<Body, State> {
  readonly model: ModelToCreate<Field<Body, 'model'>, unknown> & (string | DefinedModel | Because<string>);
  readonly max_tokens: Sentence<
    State,
    LimitRefusal<Field<State, 'model'>, Field<Body, 'max_tokens'>>,
    number
  >;
  readonly temperature: Sentence<
    State,
    RefusedTemperature<State, Field<Body, 'temperature'>>,
    Wire<'temperature'>
  >;
  readonly top_p: Sentence<State, RefusedTopP<State, Field<Body, 'top_p'>>, Wire<'top_p'>>;
  readonly top_k: Sentence<State, RefusedTopK<State, Field<Body, 'top_k'>>, Wire<'top_k'>>;
  readonly thinking: [RefusedThinking<State, Field<Body, 'thinking'>>] extends [never]
    ? Wire<'thinking'>
    : ThinkingParameter<State, Field<Body, 'thinking'>>;
  readonly output_config: CheckedOutput<State, Field<Body, 'output_config'>>;
  readonly system: [RefusedSystem<State, Field<Body, 'system'>>] extends [never]
    ? Wire<'system'>
    : SystemParameter<State, Field<Body, 'system'>>;
  readonly messages: Field<Body, 'messages'> extends infer Messages extends readonly unknown[]
    ? CheckedMessages<Body, State, Messages>
    : Wire<'messages'>;
  readonly tools: Field<Body, 'tools'> extends infer Tools extends readonly unknown[]
    ? [RefusedTools<Field<State, 'model'>, Tools, never>] extends [never]
      ? Mark<
          State,
          McpToolsets<Field<State, 'toolsets'>, Field<State, 'mcpServers'>>,
          readonly ToolArgument[]
        >
      : ToolsParameter<{ readonly model: Field<State, 'model'> }, Tools>
    : Wire<'tools'>;
  readonly tool_choice: [RefusedToolChoice<State, Field<Body, 'tool_choice'>>] extends [never]
    ? Mark<
        State,
        ToolChoiceNeedsTools<TypeOf<Field<Body, 'tool_choice'>>, Field<State, 'tools'>>,
        Wire<'tool_choice'>
      >
    : ToolChoiceParameter<State, Field<Body, 'tool_choice'>>;
  readonly cache_control: Field<Body, 'cache_control'> extends object
    ? Mark<
        State,
        RefusedTtls<State, 'cache', readonly [TtlOf<Field<Body, 'cache_control'>>]>,
        Wire<'cache_control'>
      >
    : Wire<'cache_control'>;
  readonly container: Field<Body, 'container'> extends { readonly skills: readonly [unknown, ...unknown[]] }
    ? Mark<State, 'tools' extends keyof State ? never : Skills, Wire<'container'>>
    : Wire<'container'>;
  readonly speed: Mark<State, RefusedSpeed<State, Field<Body, 'speed'>>, Wire<'speed'>>;
  readonly fallbacks: Field<Body, 'fallbacks'> extends infer Entries extends readonly Fallback[]
    ? [RefusedFallbacks<Field<State, 'model'>, Entries>] extends [never]
      ? Wire<'fallbacks'>
      : FallbacksParameter<State, Entries>
    : Wire<'fallbacks'>;
  readonly fallback_credit_token: 'fallbacks' extends keyof State
    ? Because<FallbacksWithCredit>
    : Wire<'fallback_credit_token'>;
  readonly inference_geo: Mark<State, RefusedGeo<State, Field<Body, 'inference_geo'>>, Wire<'inference_geo'>>;
  readonly stream: Mark<State, RefusedStream<State, Field<Body, 'stream'>>, Wire<'stream'>>;
  readonly context_management: [
    RefusedContext<State, Field<Field<Body, 'context_management'>, 'edits'>>,
  ] extends [never]
    ? Wire<'context_management'>
    : ContextParameter<State, Field<Body, 'context_management'>>;
  readonly stop_sequences: Field<Body, 'stop_sequences'> extends infer Sequences extends readonly string[]
    ? StopSequencesParameter<Sequences>
    : Wire<'stop_sequences'>;
  readonly mcp_servers: Field<Body, 'mcp_servers'> extends infer Servers extends NonNullable<
    Wire<'mcp_servers'>
  >
    ? McpServersParameter<Servers>
    : Wire<'mcp_servers'>;
}

type Wire<Key extends keyof MessagesRequestBody> = MessagesRequestBody[Key];

/** A plain sentence, for numbers. */
type Sentence<State, Refusal, Accepted> = [Refusal] extends [never]
  ? Accepted
  : RefusalIfKnown<State, Accepted, Refusal>;

/** A branded sentence, since a plain one would be assignable to strings. */
type Mark<State, Refusal, Accepted> = [Refusal] extends [never]
  ? Accepted
  : RefusalIfKnown<State, Accepted, Because<Refusal & string>>;

/** A number that is only known at run time is checked there. */
type LimitRefusal<M, N> = number extends N ? never : MaxTokensOfModel<M, N>;

type CheckedOutput<State, Output> = [RefusedEffort<State, Field<Output, 'effort'>>] extends [never]
  ? 'format' extends keyof Output
    ? [RefusedOutput<State, unknown>] extends [never]
      ? Wire<'output_config'>
      : RefusalIfKnown<
          State,
          Wire<'output_config'>,
          { readonly format: Because<RefusedOutput<State, unknown>> }
        >
    : Wire<'output_config'>
  : RefusalIfKnown<
      State,
      Wire<'output_config'>,
      { readonly effort: Because<RefusedEffort<State, Field<Output, 'effort'>> & string> }
    >;

/** A thread continues turns that are not in the body. A request for a summary may end with any turn. */
type CheckedMessages<Body, State, Messages extends readonly unknown[]> = 'thread' extends keyof Body
  ? readonly TurnArgument[]
  : [RefusedMessages<State, Messages>] extends [never]
    ? [keyof Body & ('compaction' | 'fallback_credit_token')] extends [never]
      ? Mark<State, RefusedEnd<State, LastTurn<Messages>> | RefusedCache<State>, readonly TurnArgument[]>
      : readonly TurnArgument[]
    : ConversationParameter<State, Messages>;
