import type { ModelRules } from '../../models/model-spec.js';
import type { Version } from '../../values/version.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';

/** A request as far as it has come; what a stranger stored may lack anything. */
export type DraftBody = { readonly [Field in keyof MessagesRequestBody]?: MessagesRequestBody[Field] };

/** A request with what is known about it. */
export interface Draft {
  readonly body: DraftBody;
  /** What the request's model takes; `undefined` when the model is missing or not known. */
  readonly spec: ModelRules | undefined;
  /** The beta features that the caller asked for by name. */
  readonly betas: readonly string[];
  /** The API version that it is sent under; `undefined` while nobody has said. */
  readonly version?: Version | undefined;
}
