import type { Problem } from '../errors/validation-error.js';
import { findModel } from './find-model.js';
import { unknownModelRefusal } from './lookup.js';
import { effortLevels, type ModelSpec, thinkingTypes } from './model-spec.js';

/** Describes what a value must be; `undefined` if the value is valid. */
type Check = (value: unknown) => string | undefined;

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? undefined : check(value);

const text: Check = (value) => (typeof value === 'string' ? undefined : 'a string');

const count: Check = (value) =>
  Number.isSafeInteger(value) && Number(value) > 0 ? undefined : 'a whole number above 0';

const record: Check = (value) => (typeof value === 'object' && value !== null ? undefined : 'an object');

const amount: Check = (value) =>
  typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY ? undefined : 'a number';

const price: Check = (value) => {
  const prices: Readonly<Record<string, unknown>> = { ...Object(value) };
  const isPriced = ['input', 'output'].every((part) => amount(prices[part]) === undefined);
  const isCachePriced = ['cacheWrite5m', 'cacheWrite1h', 'cacheRead'].every(
    (part) => orNull(amount)(prices[part]) === undefined,
  );
  if (isPriced && isCachePriced) return undefined;
  return 'an object with input, output, cacheWrite5m, cacheWrite1h and cacheRead in US dollars per million tokens, null where there is no cache price';
};

const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value) ? undefined : `one of ${values.map((each) => JSON.stringify(each)).join(', ')}`;

const listOf =
  (...values: readonly string[]): Check =>
  (value) =>
    Array.isArray(value) && value.every((each) => values.includes(each))
      ? undefined
      : `a list of ${values.map((each) => `"${each}"`).join(', ')}`;

const strings: Check = (value) =>
  Array.isArray(value) && value.every((each) => typeof each === 'string') ? undefined : 'a list of strings';

const flag = oneOf(true, false);
const maybe = oneOf(true, false, null);

type DefinedKey = Exclude<keyof ModelSpec, 'id' | 'aliasOf'>;

const checks: Readonly<Record<DefinedKey, Check>> = {
  displayName: text,
  line: oneOf('opus', 'sonnet', 'haiku', 'fable', 'mythos', null),
  lifecycle: record,
  price: orNull(price),
  longPromptPrice: orNull(price),
  fastPrice: orNull(price),
  fastUntil: orNull(text),
  maxOutputTokens: count,
  contextWindow: orNull(count),
  batchMaxOutputTokens: orNull(count),
  minCacheableTokens: orNull(count),
  sampling: oneOf('accepted', 'one-of', 'rejected'),
  thinking: listOf(...thinkingTypes),
  thinkingDefault: oneOf('adaptive', 'off', 'none'),
  interleavedThinking: maybe,
  effort: listOf(...effortLevels),
  defaultEffort: oneOf(...effortLevels, null),
  effortWithDisabled: oneOf('high', null),
  effortWithBetweenTools: oneOf('high', null),
  perMessageEffort: maybe,
  perMessageEffortWithDisabled: maybe,
  forcedToolChoice: flag,
  prefill: flag,
  midConversationSystem: maybe,
  structuredOutputs: flag,
  imageInput: maybe,
  pdfInput: maybe,
  computerUse: oneOf('any', 'toolset'),
  compaction: flag,
  taskBudget: maybe,
  lacksTools: strings,
  programmaticToolCalls: maybe,
  advisorModels: orNull(strings),
  fallbackModels: orNull(strings),
  inferenceGeo: maybe,
  fast: oneOf('ga', 'beta', 'ignored', false),
};

/** The sentence for the compiler and the run time. */
export const NO_LIMIT = 'a model needs maxOutputTokens, or like: the id of a known model';

/** All problems of a definition, one for each field. JavaScript callers may pass anything. */
export function definitionProblems(definition: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (path: string, message: string) => problems.push({ path, rule: 'define-model', message });
  if (typeof definition !== 'object' || definition === null) {
    report(
      '',
      'defineModel() takes an object: findModel() gives none for an id that this release does not know',
    );
    return problems;
  }
  // `aliasOf` comes from `findModel()`; a definition is not an alias.
  const { id, like, aliasOf: _, ...traits }: Readonly<Record<string, unknown>> = { ...definition };

  if (typeof id !== 'string' || id.trim() === '') report('id', 'a model needs an id, the name that is sent');
  if (typeof like === 'string' && findModel(like) === undefined) report('like', unknownModelRefusal(like));
  else if (!['string', 'undefined'].includes(typeof like))
    report('like', 'like takes the id of a known model');
  else if (like === undefined && traits.maxOutputTokens === undefined) report('maxOutputTokens', NO_LIMIT);
  for (const [key, value] of Object.entries(traits)) {
    if (value === undefined) continue;
    const check = isTrait(key) ? checks[key] : () => 'left out: no model has such a trait';
    const wanted = check(value);
    if (wanted !== undefined) report(key, `${key} must be ${wanted}`);
  }
  return problems;
}

function isTrait(key: string): key is DefinedKey {
  return Object.hasOwn(checks, key);
}
