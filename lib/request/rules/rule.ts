import type { NamedRules } from '../../models/model-spec.js';
import type { Version } from '../../values/version.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';

/** A request as far as it has come; what a stranger stored may lack anything. */
export type DraftBody = { readonly [Field in keyof MessagesRequestBody]?: MessagesRequestBody[Field] };

/** What a rule looks at. */
export interface Draft {
  readonly body: DraftBody;
  /** What the request's model takes; `undefined` when the model is missing or not known. */
  readonly spec: NamedRules | undefined;
  /** The beta features that the caller asked for by name. */
  readonly betas: readonly string[];
  /** The API version that it is sent under; `undefined` while nobody has said. */
  readonly version?: Version | undefined;
}

/** Reports a broken rule: where, in the dotted form of the API (`messages.0.content.1.text`), and why. */
export type Refuse = (path: string, sentence: string) => void;

/** The run-time half of a rule of the API; the compile-time half is the type beside it, in the same words. */
export interface Rule {
  /** The name under which `docs/rules.md` explains the rule, and the `rule` of a reported problem. */
  readonly id: string;
  check(draft: Draft, refuse: Refuse): void;
}
