import { type Problem, ValidationError } from '../errors/validation-error.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { TypedRequest } from '../wire/typed-request.js';
import type { Draft } from './draft/draft.js';
import type { BodyArgument, CheckedBody } from './parameters/body.js';
import type { StateOfBody } from './parameters/body-state.js';
import type { PreviousRequest } from './parameters/same-prefix.js';
import { prefixProblems } from './prefix-problems.js';
import { sealRequest } from './seal-request.js';
import { assertNone, draftOf, type ParseOptions, sealWritten, storedProblems } from './seal-written.js';

/**
 * A request that was checked: deeply frozen JSON, exactly the body of `POST /v1/messages`.
 *
 * `State` says, to the compiler only, what it was built from.
 */
export interface MessagesRequest<out State = unknown> extends MessagesRequestBody, TypedRequest<State> {
  readonly model: SentId<State>;
}

/** The id that is sent: a literal where the state says which. */
type SentId<State> = State extends { readonly model: infer M }
  ? M extends { readonly id: infer Id extends string }
    ? Id
    : M extends string
      ? M
      : string
  : string;

/** What is known about a request that is written as one object. */
export interface OfOptions<Body, After> extends Omit<ParseOptions, 'after'> {
  /** The request before this one in the same conversation: what this one edits of it is refused, too. */
  readonly after?: PreviousRequest<Body, After> | undefined;
}

/**
 * Requests that come from elsewhere: from a file, a queue, another program.
 *
 * @example
 * ```ts
 * import { MessagesRequest } from 'clust';
 *
 * const stored = '{"model":"claude-haiku-4-5","max_tokens":64,"messages":[{"role":"user","content":"Hello"}]}';
 * const request = MessagesRequest.parse(stored);
 * ```
 */
export const MessagesRequest = {
  /**
   * A request written as one object: the body of `POST /v1/messages`, held to the rules that a builder holds it to. The
   * compiler puts each sentence on the field at fault; a body of wider types compiles, and is checked when the program
   * runs. `tools` takes the wire's objects and what `tool()` made.
   *
   * @throws ValidationError with every problem, each with its path.
   *
   * @example
   * ```ts
   * import { MessagesRequest } from 'clust';
   *
   * const request = MessagesRequest.of({
   *   model: 'claude-haiku-4-5',
   *   max_tokens: 1024,
   *   messages: [{ role: 'user', content: 'Where is the capital of France?' }],
   * });
   * ```
   */
  of<const Body extends BodyArgument, const After = unknown>(
    body: CheckedBody<Body>,
    options: OfOptions<Body, After> = {},
  ): MessagesRequest<StateOfBody<Body>> {
    // Whatever `after` is, the run time looks at it.
    return sealWritten(body, options as ParseOptions, problemsOf) as MessagesRequest<StateOfBody<Body>>;
  },

  /**
   * Checks a request by every rule that a builder knows, and freezes a copy of it. Its bytes stay as they are.
   *
   * @throws ValidationError with every problem, each with its path.
   */
  parse(json: unknown, options: ParseOptions = {}): MessagesRequest {
    const draft = draftOf(json, options);
    assertNone(problemsOf(draft, options));
    return sealRequest(draft, { betas: draft.betas, tools: [] });
  },

  /** What is wrong with a request; empty when `parse()` would succeed. */
  problems(json: unknown, options: ParseOptions = {}): readonly Problem[] {
    try {
      return problemsOf(draftOf(json, options), options);
    } catch (error) {
      if (error instanceof ValidationError) return error.problems;
      throw error;
    }
  },
} as const;

/** What is wrong with a request by itself, then what it edits of the one before it. */
function problemsOf(draft: Draft, options: ParseOptions): readonly Problem[] {
  const { body } = draft;
  const problems = storedProblems(draft, options);
  return options.after && Array.isArray(body.messages)
    ? [...problems, ...prefixProblems(options.after, body as MessagesRequestBody)]
    : problems;
}
