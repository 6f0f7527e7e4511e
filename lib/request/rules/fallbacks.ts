import { isModelId } from '../../models/lookup.js';
import type { Rule } from './rule.js';

const most = 3;
const fields = ['model', 'max_tokens', 'thinking', 'output_config', 'speed'];

/**
 * A request lists at most 3 fallbacks, each another model, none of them its own, of those that its model may fall back
 * to. `'default'` lets the API choose. A fallback is no way to spend the credit of an earlier refusal.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/refusals-and-fallback
 * @fix Use `'default'`, or name models that the sentence names.
 * @runtime No step of the builder sets it.
 */
export const fallbacks: Rule = {
  id: 'fallbacks',
  check({ body: { fallbacks: list, fallback_credit_token: credit, model }, spec }, refuse) {
    if (list != null && credit != null) refuse('fallback_credit_token', spent);
    if (!Array.isArray(list)) return;
    if (list.length > most) refuse('fallbacks', crowd(list.length));
    const allowed = spec?.fallbackModels;
    if (allowed?.length === 0) return refuse('fallbacks', none(spec?.id));
    const models = list.map((entry) => entry?.model);
    list.forEach((entry, index) => {
      const path = `fallbacks.${index}`;
      const other = entry?.model;
      for (const key of Object.keys(Object(entry)))
        if (!fields.includes(key)) refuse(`${path}.${key}`, unknownKey(key));
      if (other === model) refuse(`${path}.model`, own(other));
      else if (models.indexOf(other) < index) refuse(`${path}.model`, repeated(other));
      // A model that this release does not know may be on the list by now.
      else if (allowed && isModelId(`${other}`) && !allowed.includes(other))
        refuse(`${path}.model`, notAllowed(spec?.id, other, allowed));
    });
  },
};

const spent = 'a request with fallbacks takes no fallback_credit_token: keep one of the two';
const crowd = (count: number) => `a request takes at most ${most} fallbacks, not ${count}`;
const none = (id?: string) => `${id} has no model to fall back to: use 'default', or leave fallbacks out`;
const unknownKey = (key: string) => `a fallback takes ${fields.join(', ')}, not ${key}`;
const own = (id: string) => `${id} is the model of the request: name another to fall back to`;
const repeated = (id: string) => `fallbacks must be different models: ${id} is given twice`;
const notAllowed = (id: string | undefined, other: string, allowed: readonly string[]) =>
  `${id} does not fall back to ${other}: name ${allowed.join(' or ')}`;
