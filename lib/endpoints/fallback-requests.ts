import { isObject } from '../base/is-object.js';
import { isValidationError } from '../errors/guards.js';
import { type Problem, ValidationError } from '../errors/validation-error.js';
import { rulesOf, unknownModelRefusal } from '../models/lookup.js';
import type { Model } from '../models/model.js';
import { idOf } from '../models/model.js';
import type { ModelRules } from '../models/model-spec.js';
import { draftProblems } from '../request/draft-problems.js';
import type { FallbackModel, FallbackOptions } from '../request/fallback-options.js';
import { freezeJson } from '../request/freeze.js';
import type { MessagesRequest } from '../request/messages-request.js';
import { hasMeta, metaOf } from '../request/request-meta.js';
import { rules } from '../request/rules/all.js';
import { sealRequest } from '../request/seal-request.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';

/** A request, and the models to ask if its model does not answer. */
export interface FallbackCall extends FallbackOptions {
  readonly request: MessagesRequestBody;
  /** Returns the request if the client accepts it. @throws {ValidationError} */
  readonly check: (request: unknown) => MessagesRequestBody;
}

/**
 * The request for each model, the original first.
 *
 * @throws {ValidationError} With the rules that each model's request breaks.
 */
export function fallbackRequests({
  request,
  fallback = [],
  check,
}: FallbackCall): readonly MessagesRequestBody[] {
  const own = new Set(
    draftProblems({ body: request, spec: rulesOf(request.model), betas: metaOf(request).betas }, rules).map(
      keyOf,
    ),
  );
  const problems: Problem[] = [];
  const others = fallback.flatMap((given, index) => {
    const found = (list: readonly Problem[]) => {
      const inPlace = list.map(({ path, rule, message }) => ({
        path: path === '' ? `fallback.${index}` : `fallback.${index}.${path}`,
        rule,
        message,
      }));
      problems.push(...inPlace);
    };
    try {
      const { body, spec } = requestFor(given, request);
      if (hasMeta(body)) return [check(body)];
      const { betas, ...meta } = metaOf(request);
      if (spec === undefined)
        found([{ path: 'model', rule: 'model', message: unknownModelRefusal(String(body.model)) }]);
      // Problems of the original request were let through on purpose, with `extraBody()`.
      found(draftProblems({ body, spec, betas }, rules).filter((problem) => !own.has(keyOf(problem))));
      return [check(sealRequest({ body, spec, betas }, { betas, ...meta }))];
    } catch (error) {
      if (!isValidationError(error)) throw error;
      found(error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new ValidationError(problems);
  return [request, ...others];
}

interface RequestFor {
  readonly body: MessagesRequestBody;
  /** `undefined` for an unknown model. */
  readonly spec: ModelRules | undefined;
}

function requestFor(given: FallbackModel, request: MessagesRequestBody): RequestFor {
  if (typeof given !== 'function') {
    const spec = typeof given === 'string' ? rulesOf(given) : given.spec;
    // A JavaScript caller may pass any string; an unknown model is reported.
    return { body: { ...request, model: idOf(given as Model) }, spec };
  }
  const made: unknown = given(request as MessagesRequest);
  if (!isObject(made)) {
    const message = 'the function returns the request for the next model, an object';
    throw new ValidationError([{ path: '', rule: 'request', message }]);
  }
  // `check` and the rules examine its content.
  const body = made as unknown as MessagesRequestBody;
  return { body: hasMeta(body) ? body : freezeJson(body), spec: rulesOf(String(body.model)) };
}

function keyOf({ path, rule }: Problem): string {
  return `${rule} ${path}`;
}
