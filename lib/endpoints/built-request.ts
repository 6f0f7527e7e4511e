import { isObject } from '../base/is-object.js';
import { ValidationError } from '../errors/validation-error.js';
import type { DefinedModel } from '../models/defined-model.js';
import type { BodyArgument, CheckedBody } from '../request/parameters/body.js';
import type { IsBuilt, StateOfBody } from '../request/parameters/body-state.js';
import type { Unless } from '../values/checked.js';
import type { Version } from '../values/version.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { StateOf, TypedRequest } from '../wire/typed-request.js';
import type { RefusedByVersion, RefusedFields } from './refused-by-version.js';

/**
 * The argument of a client's methods: a request or a body. Builders, lists and texts are included, so that a sentence
 * refuses them.
 */
export type Sendable = BodyArgument | NoBody;

type NoBody = Builder | readonly unknown[] | string;

/** The refusal of a builder, and of any other value that is not a request. */
const notARequest = 'a request is an object with a model: end its builder with build()';

const aList = 'a request is an object with a model and messages, not a list';

/** @throws {ValidationError} For a value that is not a request, with the sentences of the types below. */
export function assertRequest(given: unknown): asserts given is MessagesRequestBody {
  if (isObject(given) && typeof given.model === 'string') return;
  const message = Array.isArray(given) ? aList : notARequest;
  throw new ValidationError([{ path: '', rule: 'request', message }]);
}

/**
 * The request that a method takes, or the sentence that refuses it. A built request is refused as a whole, a body field
 * by field. `Refusal` and `Fields` are the method's own refusals of a request and of a body. `Optional` names fields that
 * the method does not need.
 *
 * A type parameter is not refused, so that generic functions compile. It is checked at run time.
 */
export type RequestFor<Request, V extends Version, Refusal = never, Fields = unknown, Optional = never> = [
  Anything<Request>,
] extends [never]
  ? [Request] extends [NoBody]
    ? NoRequest<Request>
    : IsBuilt<Request> extends true
      ? [Anything<StateOf<Request>>] extends [never]
        ? Unless<Refusal, Unless<RefusedByVersion<StateOf<Request>, V>, Request>>
        : Request
      : CheckedBody<Request, RefusedFields<StateOfBody<Request>, V> & Fields, Optional>
  : Request;

type NoRequest<Given> = Given extends readonly unknown[] ? typeof aList : typeof notARequest;

/** A request with its state, derived from the body if it was not built. Answers and runs are typed from it. */
export type Sent<Request> = Request & Recorded<Request>;

type Recorded<Request> = [Anything<Request>] extends [never]
  ? IsBuilt<Request> extends true
    ? unknown
    : [Request] extends [{ readonly model: string | DefinedModel }]
      ? TypedRequest<StateOfBody<Request>>
      : unknown
  : unknown;

/** `never`, except for a type parameter, `any` and `unknown`. */
type Anything<Type> = [unknown] extends [Type] ? 'anything' : never;

/** Distinguishes a builder from a request. */
interface Builder {
  readonly build: unknown;
  readonly extraBody: unknown;
}
