import { isObject } from '../base/is-object.js';
import { type Problem, ValidationError } from '../errors/validation-error.js';
import type { DefinedModel } from '../models/defined-model.js';
import { rulesOf, unknownModelRefusal } from '../models/lookup.js';
import type { Version } from '../values/version.js';
import type { AnthropicBeta } from '../wire/betas.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { Draft, DraftBody } from './draft/draft.js';
import { draftProblems } from './draft-problems.js';
import { freezeJson } from './freeze.js';
import { missingFields } from './missing-fields.js';
import { metaOf } from './request-meta.js';
import { rules } from './rules/all.js';
import { sealRequest } from './seal-request.js';
import { unknownFields } from './shape.js';
import { writtenBody } from './written-body.js';

/** Facts about a stored request that are not in its JSON. */
export interface ParseOptions {
  /** Models from `defineModel()`, which the request may use. */
  readonly models?: readonly DefinedModel[] | undefined;
  /** Betas to send, beside those that the body needs. */
  readonly betas?: readonly AnthropicBeta[] | undefined;
  /** Checks the rules of one API version too. Without it, the client that sends the request does. */
  readonly version?: Version | undefined;
  /** What to do with fields of the request and of its turns that this release does not know. Default: `'refuse'`. */
  readonly unknownFields?: 'refuse' | 'keep' | undefined;
  /**
   * What to do with a model that this release does not know. Default: `'refuse'`. With `'keep'` the rules for every
   * model apply, and the API decides the rest.
   */
  readonly unknownModels?: 'refuse' | 'keep' | undefined;
  /** The previous request of the same conversation. Changes to the part that both share are problems too. */
  readonly after?: MessagesRequestBody | undefined;
}

/** Checks a request that is written as one object: `of()`, for a body of unknown type. */
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

/** @throws {ValidationError} If there are any problems. */
export function assertNone(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ValidationError(problems);
}

/** The draft of a stored request, frozen. @throws {ValidationError} If it is not a JSON object. */
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

/** The problems of a request that was not built: all that a builder checks, and unknown models and fields. */
export function storedProblems(draft: Draft, options: ParseOptions): readonly Problem[] {
  const { body, spec } = draft;
  const keepsFields = options.unknownFields === 'keep';
  const problems: Problem[] = keepsFields ? [] : [...unknownFields(body)];
  if (body.model === undefined) problems.push({ path: 'model', rule: 'model', message: missingFields.model });
  else if (typeof body.model === 'string' && spec === undefined && options.unknownModels !== 'keep') {
    problems.push({ path: 'model', rule: 'model', message: unknownModelRefusal(body.model) });
  }
  const checked = keepsFields ? { ...draft, body: withKnownFields(body) } : draft;
  return [...problems, ...draftProblems(checked, rules).map(withFieldNames)];
}

/** The body without the unknown fields of its turns. An answer in place of a turn is not changed. */
function withKnownFields(body: DraftBody): DraftBody {
  const { messages } = body;
  if (!Array.isArray(messages)) return body;
  const known = messages.map((turn) =>
    isObject(turn) && turn.role !== 'system' && turn.type === undefined
      ? { role: turn.role, content: turn.content }
      : turn,
  );
  return { ...body, messages: known };
}

/** Uses the names of fields instead of builder methods, since a stored request was not built. */
function withFieldNames(problem: Problem): Problem {
  const message = sentencesOfBodies.get(problem.message);
  return message === undefined ? problem : { ...problem, message };
}

const sentencesOfBodies = new Map<string, string>([
  ['build() needs maxTokens()', missingFields.max_tokens],
  ['build() needs user()', missingFields.messages],
]);
