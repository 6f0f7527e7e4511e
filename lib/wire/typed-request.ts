/** The key under which a built request carries, for the compiler only, what it was built from. */
export declare const state: unique symbol;

/** The key under which a builder carries, for the compiler only, who spoke last. */
export declare const turn: unique symbol;

/**
 * A request that the compiler knows more about than its JSON shows.
 *
 * `State` is a plain object of what was set, such as
 * `{model: 'claude-haiku-4-5'; maxTokens: 1024; tools: {get_weather: {city: string}}}`.
 */
export interface TypedRequest<out State = unknown> extends StateHolder<State> {
  /** The beta features that the request was built to ask for. Sent in the `anthropic-beta` header, and in no JSON. */
  readonly betas?: readonly string[] | undefined;
}

/** A class, since the compiler drops its methods from a spread: a changed copy of a request is a body like any other. */
declare abstract class StateHolder<out State> {
  [state]?(): State;
}

/** What a request was built from; `unknown` for a request of no known origin. */
export type StateOf<Request> = Request extends TypedRequest<infer State> ? State : unknown;

/** Tool name to tool input of a request; every name with an unknown input when its tools are not known. */
export type ToolInputs<Request> = InputsOf<StateOf<Request>>;

/** Of each state by itself: of a state with a tool and one without, the compiler would infer the one without. */
type InputsOf<State> = State extends { readonly tools: infer Inputs } ? Inputs : Record<string, unknown>;

/** What the answer's JSON is parsed to; `unknown` when the request asked for no format. */
export type OutputOf<Request> = StateOf<Request> extends { readonly output: infer Output } ? Output : unknown;

/** The key under which a state carries, for the compiler only, the type of a tool that the API runs. */
declare const served: unique symbol;

/** The types of tools that the API runs and that some platforms lack. */
export type ServerToolType = `${'advisor' | 'code_execution' | 'web_fetch' | 'web_search'}_${string}`;

/** What a state says of such a tool in place of its input: no handler is ever called with one. */
export interface ServerToolUse<Type extends ServerToolType = ServerToolType> {
  readonly [served]?: Type;
}

/** The type of a tool of a state; `never` for a tool that the API does not run. */
export type ServedType<Input> = unknown extends Input
  ? never
  : typeof served extends keyof Input
    ? NonNullable<Input[typeof served]>
    : never;
