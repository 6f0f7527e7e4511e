import { isObject } from '../base/is-object.js';
import { type Problem, ValidationError } from '../errors/validation-error.js';
import type { DefinedModel } from '../models/defined-model.js';
import { rulesOf, unknownModelRefusal } from '../models/lookup.js';
import type { Version } from '../values/version.js';
import type { AnthropicBeta } from '../wire/betas.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { Draft } from './draft/draft.js';
import { draftProblems } from './draft-problems.js';
import { freezeJson } from './freeze.js';
import { missingFields } from './missing-fields.js';
import { metaOf } from './request-meta.js';
import { rules } from './rules/all.js';
import { sealRequest } from './seal-request.js';
import { unknownFields } from './shape.js';
import { writtenBody } from './written-body.js';

/** What is known about a stored request beside its JSON. */
export interface ParseOptions {
  /** Models that `defineModel()` made; the request may be for one of them. */
  readonly models?: readonly DefinedModel[] | undefined;
  /** Beta features to ask for by name, beside those that the body needs. */
  readonly betas?: readonly AnthropicBeta[] | undefined;
  /** Checks the rules of one API version too; without it the client that sends the request does. */
  readonly version?: Version | undefined;
  /** What to do with top-level fields that this release does not know: `'refuse'` unless said otherwise. */
  readonly unknownFields?: 'refuse' | 'keep' | undefined;
  /**
   * What to do with a model that this release does not know: `'refuse'` unless said otherwise. A request for one that
   * is kept is checked by the rules that hold for every model; the API has the last word.
   */
  readonly unknownModels?: 'refuse' | 'keep' | undefined;
  /** The request before this one in the same conversation: what this one edits of it is a problem, too. */
  readonly after?: MessagesRequestBody | undefined;
}

/** The request that a program wrote as one object: what `of()` does, for a body of no known type. */
export function sealWritten(
  given: unknown,
  options: ParseOptions,
  problemsOf: typeof storedProblems = storedProblems,
): MessagesRequestBody {
  const { body, tools, models } = writtenBody(given);
  const draft = draftOf(body, { ...options, models: [...models, ...(options.models ?? [])] });
  assertNone(problemsOf(draft, options));
  const meta = isObject(given) ? metaOf(given) : undefined;
  return sealRequest(draft, {
    ...meta,
    betas: [...(meta?.betas ?? []), ...draft.betas],
    tools: [...(meta?.tools ?? []), ...tools],
  });
}

/** @throws {ValidationError} With these problems, if there are any. */
export function assertNone(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ValidationError(problems);
}

/** A stored request, frozen. @throws {ValidationError} For what is no JSON object. */
export function draftOf(json: unknown, { models = [], betas = [], version }: ParseOptions): Draft {
  const body = freezeJson(typeof json === 'string' ? parseText(json) : json);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ValidationError([{ path: '', rule: 'shape', message: 'a request is a JSON object' }]);
  }
  const id = 'model' in body && typeof body.model === 'string' ? body.model : '';
  return { body, spec: models.find((model) => model.id === id)?.spec ?? rulesOf(id), betas, version };
}

function parseText(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new ValidationError([{ path: '', rule: 'shape', message: 'the request is not JSON' }], { cause });
  }
}

/** What is wrong with a request that no builder has built: all that a builder can get wrong, and a model or a field that is not known. */
export function storedProblems(draft: Draft, options: ParseOptions): readonly Problem[] {
  const { body, spec } = draft;
  const problems: Problem[] = options.unknownFields === 'keep' ? [] : [...unknownFields(body)];
  if (body.model === undefined) problems.push({ path: 'model', rule: 'model', message: missingFields.model });
  else if (typeof body.model === 'string' && spec === undefined && options.unknownModels !== 'keep') {
    problems.push({ path: 'model', rule: 'model', message: unknownModelRefusal(body.model) });
  }
  return [...problems, ...draftProblems(draft, rules).map(inWords)];
}

/** A stored request was not built: a field that is missing is called by its own name. */
function inWords(problem: Problem): Problem {
  const message = ownWords.get(problem.message);
  return message === undefined ? problem : { ...problem, message };
}

const ownWords = new Map<string, string>([
  ['build() needs maxTokens()', missingFields.max_tokens],
  ['build() needs user()', missingFields.messages],
]);
