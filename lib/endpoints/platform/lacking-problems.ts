import { isObject } from '../../base/is-object.js';
import type { Problem } from '../../errors/validation-error.js';
import type { PlatformCall } from '../../transport/platform.js';
import {
  FEATURES,
  type FeatureSign,
  type Lacks,
  type PlatformFeature,
  type SentenceByModel,
} from './features.js';
import { sizeProblems } from './size-problems.js';

/**
 * Repeats the checks of `RefusedByPlatform`, and of the members that a client lacks, at run time with the same
 * sentences.
 */
export function lackingProblems(call: PlatformCall, lacks: Lacks): readonly Problem[] {
  const { model, automaticCache, forcedTool, sizes, ...features } = lacks;
  const body = isObject(call.json) ? call.json : {};
  // The keys of `Lacks` are keys of the table.
  const signs = Object.entries(features).map(
    ([feature, message]) => [FEATURES[feature as PlatformFeature] as FeatureSign, message] as const,
  );
  const rule = 'feature-of-platform';
  const problems = signs.flatMap(([sign, message]): Problem[] => {
    const path = sign.path?.test(call.path) ? '' : placeIn(body, sign);
    return path === undefined ? [] : [{ path, rule, message }];
  });
  const ofModel = sentenceFor(body.model, model);
  if (ofModel !== undefined) problems.push({ path: 'model', rule: 'model-of-platform', message: ofModel });
  const ofCache = body.cache_control == null ? undefined : sentenceFor(body.model, automaticCache);
  if (ofCache !== undefined) problems.push({ path: 'cache_control', rule, message: ofCache });
  const ofTool = forcesTool(body) ? sentenceFor(body.model, forcedTool) : undefined;
  if (ofTool !== undefined) problems.push({ path: 'tool_choice', rule, message: ofTool });
  if (sizes !== undefined) problems.push(...sizeProblems(body, sizes));
  // A feature adds its beta to the header. The beta is not reported a second time.
  if (problems.length > 0) return problems;
  const betas = betasIn(call.headers);
  return signs.flatMap(([{ beta }, message]) =>
    betas.some((each) => beta?.test(each)) ? [{ path: 'betas', rule, message }] : [],
  );
}

/** Whether a body forces a tool, and leaves thinking on or to the model. */
function forcesTool({ tool_choice: choice, thinking }: Readonly<Record<string, unknown>>): boolean {
  const isForced = isObject(choice) && (choice.type === 'any' || choice.type === 'tool');
  return isForced && !(isObject(thinking) && thinking.type === 'disabled');
}

function sentenceFor(model: unknown, sentences: SentenceByModel = {}): string | undefined {
  return typeof model === 'string' && Object.hasOwn(sentences, model) ? sentences[model] : undefined;
}

/** The path where a body uses a feature; `undefined` if it does not. */
function placeIn(
  body: Readonly<Record<string, unknown>>,
  { field, tool, within }: FeatureSign,
): string | undefined {
  if (field !== undefined && (body[field] ?? undefined) !== undefined) return field;
  const tools = Array.isArray(body.tools) ? body.tools : [];
  const at = tools.findIndex((each) => tool?.test(String(Object(each).type)));
  return at === -1 ? within?.(body) : `tools.${at}`;
}

/** The betas of a call. */
export function betasIn(headers: Headers): readonly string[] {
  const betas = (headers.get('anthropic-beta') ?? '').split(',').map((beta) => beta.trim());
  return betas.filter((beta) => beta !== '');
}
