import type { ModelRules } from '../../models/model-spec.js';
import type { Version } from '../../values/version.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';

/** An unfinished request. A stored one may lack any field. */
export type DraftBody = { readonly [Field in keyof MessagesRequestBody]?: MessagesRequestBody[Field] };

/** A request, and facts about it. */
export interface Draft {
  readonly body: DraftBody;
  /** The rules of the request's model; `undefined` if the model is missing or unknown. */
  readonly spec: ModelRules | undefined;
  /** The betas that the caller named. */
  readonly betas: readonly string[];
  /** The API version that it is sent with; `undefined` if it is not known yet. */
  readonly version?: Version | undefined;
}
