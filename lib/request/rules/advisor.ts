import type { ModelId } from '../../models/catalogue.js';
import { isModelId } from '../../models/lookup.js';
import type { IdOf, Model } from '../../models/model.js';
import type { RuleOf } from '../../models/rule-of.js';
import type { IsAtMost } from '../../values/is-at-most.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * A model may be advised by models that are at least as capable, with 1024 tokens or more for each advice.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/advisor-tool
 * @fix Name another advisor; leave `max_tokens` out, or raise it.
 */
export const advisor: Rule = {
  id: 'advisor',
  check({ body, spec }, refuse) {
    body.tools?.forEach((tool, index) => {
      if (tool.type !== 'advisor_20260301') return;
      const { model, max_tokens: limit } = tool;
      const path = `tools.${index}`;
      // A model that this release does not know may be an advisor.
      if (spec?.advisorModels && isModelId(model) && !spec.advisorModels.includes(model))
        refuse(`${path}.model`, notAdvised(spec.id, model));
      if (typeof limit === 'number' && limit < least) refuse(`${path}.max_tokens`, short(limit));
    });
  },
};

const least = 1024;
const notAdvised = <Id extends string, Advisor extends string>(id: Id, advisor: Advisor) =>
  `${id} takes no advice from ${advisor}: name a model that is at least as capable` as const;
const short = <N extends number>(n: N) => `an advisor takes max_tokens of 1024 or more, not ${n}` as const;

/** Refuses a literal advisor that a model does not accept. */
export type AdvisorModel<M, Tool> = Tool extends {
  readonly type: 'advisor_20260301';
  readonly model: infer Advisor extends ModelId;
}
  ? EveryModel<M, RefusedAdvisor<M, Advisor>>
  : never;

type RefusedAdvisor<M, Advisor extends string> = M extends Model
  ? RuleOf<M, 'advisorModels'> extends readonly (infer Allowed)[]
    ? Advisor extends Allowed
      ? never
      : ReturnType<typeof notAdvised<IdOf<M>, Advisor>>
    : never
  : never;

/** Refuses a literal limit that is too short for advice. */
export type AdvisorTokens<Tool> = Tool extends {
  readonly type: 'advisor_20260301';
  readonly max_tokens: infer N extends number;
}
  ? number extends N
    ? never
    : IsAtMost<typeof least, N> extends false
      ? ReturnType<typeof short<N>>
      : never
  : never;
