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

/** What the methods of a client look at: a request or a body; a builder, a list or text, to be told that it is none. */
export type Sendable = BodyArgument | NoBody;

type NoBody = Builder | readonly unknown[] | string;

/** What is said of a builder, and of everything else that is no request. */
const notARequest = 'a request is an object with a model: end its builder with build()';

const aList = 'a request is an object with a model and messages, not a list';

/** @throws {ValidationError} For what is no request: what the types below refuse, in the same words. */
export function assertRequest(given: unknown): asserts given is MessagesRequestBody {
  if (isObject(given) && typeof given.model === 'string') return;
  const message = Array.isArray(given) ? aList : notARequest;
  throw new ValidationError([{ path: '', rule: 'request', message }]);
}

/**
 * The request that a method takes, or the sentence that refuses it: a request that was built is refused as a whole, the
 * fields of a body one by one. `Refusal` and `Fields` are what the method has against either.
 *
 * A function that is generic in its request is refused nothing: the run time looks.
 */
export type RequestFor<Request, V extends Version, Refusal = never, Fields = unknown> = [
  Anything<Request>,
] extends [never]
  ? [Request] extends [NoBody]
    ? NoRequest<Request>
    : IsBuilt<Request> extends true
      ? [Anything<StateOf<Request>>] extends [never]
        ? Unless<Refusal, Unless<RefusedByVersion<StateOf<Request>, V>, Request>>
        : Request
      : CheckedBody<Request, RefusedFields<StateOfBody<Request>, V> & Fields>
  : Request;

type NoRequest<Given> = Given extends readonly unknown[] ? typeof aList : typeof notARequest;

/** A request, with the state that a body says itself: what an answer and a run are typed from. */
export type Sent<Request> = Request & Recorded<Request>;

type Recorded<Request> = [Anything<Request>] extends [never]
  ? IsBuilt<Request> extends true
    ? unknown
    : [Request] extends [{ readonly model: string | DefinedModel }]
      ? TypedRequest<StateOfBody<Request>>
      : unknown
  : unknown;

/** Not `never` for a type parameter, and for what may be anything. */
type Anything<Type> = [unknown] extends [Type] ? 'anything' : never;

/** What tells a builder from a request. */
interface Builder {
  readonly build: unknown;
  readonly extraBody: unknown;
}
