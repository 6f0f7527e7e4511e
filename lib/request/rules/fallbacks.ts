import type { Rule } from './rule.js';

const most = 3;
const fields = ['model', 'max_tokens', 'thinking', 'output_config', 'speed'] as const;
const older = 'server-side-fallback-2026-06-01';

/**
 * A request lists at most 3 fallbacks, each another model, and not its own. `'default'` replaces the list and lets the
 * API choose; the first version of the beta does not support it. A request with fallbacks cannot use the credit of an
 * earlier refusal.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/refusals-and-fallback
 * @fix Use `'default'`, or name up to 3 other models.
 */
export const fallbacks: Rule = {
  id: 'fallbacks',
  check({ body: { fallbacks: list, fallback_credit_token: credit, model }, betas }, refuse) {
    if (list != null && credit != null) refuse('fallback_credit_token', spent);
    if (list === 'default' && betas.includes(older)) refuse('fallbacks', early);
    if (!Array.isArray(list)) return;
    if (list.length > most) refuse('fallbacks', tooMany(list.length));
    const models = list.map((entry) => entry?.model);
    list.forEach((entry, index) => {
      const path = `fallbacks.${index}`;
      const other = entry?.model;
      for (const key of Object.keys(Object(entry)))
        if (!fields.some((field) => field === key)) refuse(`${path}.${key}`, unknownKey(key));
      if (typeof other !== 'string' || other === '') refuse(`${path}.model`, withoutModel);
      else if (other === 'default') refuse(`${path}.model`, notAlone);
      else if (other === model) refuse(`${path}.model`, own(other));
      else if (models.indexOf(other) < index) refuse(`${path}.model`, repeated(other));
    });
  },
};

const spent = 'a request with fallbacks takes no fallback_credit_token: keep one of the two';
const early = `the beta ${older} does not support 'default': leave the beta out, or name models` as const;
const tooMany = <Count extends number>(count: Count) =>
  `a request takes at most ${most} fallbacks, not ${count}` as const;
const unknownKey = <Key extends string>(key: Key) =>
  `a fallback takes model, max_tokens, thinking, output_config, speed, not ${key}` as const;
const withoutModel = 'a fallback needs a model id';
const notAlone = "'default' lets the API choose: use it alone, or name models";
const own = <Id extends string>(id: Id) =>
  `${id} is the model of the request: name another to fall back to` as const;
const repeated = <Id extends string>(id: Id) =>
  `fallbacks must be different models: ${id} is given twice` as const;

/** Refuses fallbacks together with a fallback credit. */
export type FallbacksWithCredit = typeof spent;

/** Refuses `'default'` with the first version of the beta. */
export type FallbackByBeta<Ids, Betas> = 'default' extends Ids
  ? string extends Betas
    ? never
    : typeof older extends Betas
      ? typeof early
      : never
  : never;

/** Refuses one of several fallbacks: the fourth, a repeated model, an unknown field. */
export type FallbackInList<Place, Count extends number, Id, Key, Before> =
  | (Place extends '0' | '1' | '2' ? never : ReturnType<typeof tooMany<Count>>)
  | (Id extends '' | 'default'
      ? { '': typeof withoutModel; default: typeof notAlone }[Id]
      : Id extends Before
        ? ReturnType<typeof repeated<Id & string>>
        : never)
  | (Key extends (typeof fields)[number] ? never : ReturnType<typeof unknownKey<Key & string>>);

/** Refuses the model of the request itself. */
export type FallbackToItself<Own, Id> = Id extends Own ? ReturnType<typeof own<Id & string>> : never;
