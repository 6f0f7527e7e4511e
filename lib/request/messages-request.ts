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
 * A checked request: deeply frozen JSON, exactly the body of `POST /v1/messages`.
 *
 * `State` records, for the compiler only, what the request contains.
 */
export interface MessagesRequest<out State = unknown> extends MessagesRequestBody, TypedRequest<State> {
  readonly model: SentId<State>;
}

/** The id that is sent: a literal if the state has one. */
type SentId<State> = State extends { readonly model: infer M }
  ? M extends { readonly id: infer Id extends string }
    ? Id
    : M extends string
      ? M
      : string
  : string;

/** Options of `MessagesRequest.of()`. */
export interface OfOptions<Body, After> extends Omit<ParseOptions, 'after'> {
  /** The previous request of the same conversation. Changes to the part that both share are refused as well. */
  readonly after?: PreviousRequest<Body, After> | undefined;
}

/**
 * Checks requests that were not built: from a file, a queue, another program.
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
   * Checks a request that is written as one object: the body of `POST /v1/messages`, with the rules of a builder. The
   * compiler prints each sentence at the wrong field. A body with wider types compiles, and is checked at run time.
   * `tools` takes wire objects and results of `tool()`.
   *
   * @throws {ValidationError} With every problem, each with its path.
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
    // The run time checks `after`, whatever its type.
    return sealWritten(body, options as ParseOptions, problemsOf) as MessagesRequest<StateOfBody<Body>>;
  },

  /**
   * Checks a request with every rule that a builder checks, and returns a frozen copy. The bytes of its JSON stay the
   * same.
   *
   * @throws {ValidationError} With every problem, each with its path.
   */
  parse(json: unknown, options: ParseOptions = {}): MessagesRequest {
    const draft = draftOf(json, options);
    assertNone(problemsOf(draft, options));
    return sealRequest(draft, { betas: draft.betas, tools: [] });
  },

  /** The problems of a request; empty if `parse()` would succeed. */
  problems(json: unknown, options: ParseOptions = {}): readonly Problem[] {
    try {
      return problemsOf(draftOf(json, options), options);
    } catch (error) {
      if (error instanceof ValidationError) return error.problems;
      throw error;
    }
  },
} as const;

/** The problems of the request itself, then its changes to the previous one. */
function problemsOf(draft: Draft, options: ParseOptions): readonly Problem[] {
  const { body } = draft;
  const problems = storedProblems(draft, options);
  return options.after && Array.isArray(body.messages)
    ? [...problems, ...prefixProblems(options.after, body as MessagesRequestBody)]
    : problems;
}
