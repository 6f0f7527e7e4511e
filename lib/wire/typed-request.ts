/** The key of a built request's state, for the compiler only. */
export declare const state: unique symbol;

/** The key of a builder's last role, for the compiler only. */
export declare const turn: unique symbol;

/**
 * A request with compile-time facts beside its JSON.
 *
 * `State` is an object type of the fields that were set, such as `{model: 'claude-haiku-4-5'; maxTokens: 1024; tools:
 * {get_weather: {city: string}}}`.
 */
export interface TypedRequest<out State = unknown> extends StateHolder<State> {
  /** The betas that the request needs. Sent in the `anthropic-beta` header; not part of the JSON. */
  readonly betas?: readonly string[] | undefined;
}

/** A class, since a spread drops its methods: for the compiler, a changed copy of a request is an ordinary body. */
declare abstract class StateHolder<out State> {
  [state]?(): State;
}

/** The state of a request; `unknown` for a request of unknown origin. */
export type StateOf<Request> = Request extends TypedRequest<infer State> ? State : unknown;

/** Maps the tool names of a request to their input types. If the tools are unknown, any name has an unknown input. */
export type ToolInputs<Request> = InputsOf<StateOf<Request>>;

/**
 * Distributes over states: for a union of a state with a tool and one without, the compiler would infer the one
 * without.
 */
type InputsOf<State> = State extends { readonly tools: infer Inputs } ? Inputs : Record<string, unknown>;

/** The type of the structured output; `unknown` if the request has no output format. */
export type OutputOf<Request> = StateOf<Request> extends { readonly output: infer Output } ? Output : unknown;

/** The key of a server tool's type in a state, for the compiler only. */
declare const serverToolType: unique symbol;

/** The types of server tools that some platforms lack. */
export type ServerToolType = `${'advisor' | 'code_execution' | 'web_fetch' | 'web_search'}_${string}`;

/** The entry of a server tool in a state, in place of an input: no handler is called with one. */
export interface ServerToolUse<Type extends ServerToolType = ServerToolType> {
  readonly [serverToolType]?: Type;
}

/** The type of a server tool in a state; `never` for other tools. */
export type ServerToolTypeOf<Input> = unknown extends Input
  ? never
  : typeof serverToolType extends keyof Input
    ? NonNullable<Input[typeof serverToolType]>
    : never;
