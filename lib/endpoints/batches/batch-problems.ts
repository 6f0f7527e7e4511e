import type { Problem } from '../../errors/validation-error.js';
import { batchMaxOutputTokensOf } from '../../models/batch-output.js';
import { rulesOf } from '../../models/lookup.js';
import { draftProblems } from '../../request/draft-problems.js';
import { hasMeta } from '../../request/request-meta.js';
import { versionProblems } from '../../request/version-problems.js';
import { maxTokensRefusal } from '../../values/max-tokens.js';
import { isWhole } from '../../values/numbers.js';
import type { BatchItem, BatchRequest } from './batch-item.js';
import { asksForMore } from './batch-output.js';
import { aboveInBatch, customIdRefusal, inBatch, takenId } from './sentences.js';

/** The most requests that one batch has. */
const MOST = 100_000;

/**
 * All that is wrong with the requests of a batch, each with its path. The caller may have no types.
 *
 * @param version the API version that the batch is sent under; a builder does not know it.
 */
export function batchProblems(items: readonly BatchItem[], version = ''): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (path: string, rule: string, message: string) => problems.push({ path, rule, message });
  if (items.length === 0) report('requests', 'batch-size', 'a batch needs a request: add one');
  if (items.length > MOST) {
    report(
      'requests',
      'batch-size',
      `a batch has at most ${MOST} requests, not ${items.length}: send several`,
    );
    return problems;
  }
  const ids = new Set<string>();
  for (const [index, item] of items.entries()) {
    const path = `requests.${index}`;
    const { custom_id, params }: Partial<BatchItem> = item ?? {};
    const refusal = customIdRefusal(custom_id);
    if (refusal !== undefined) report(`${path}.custom_id`, 'batch-custom-id', refusal);
    else if (ids.has(`${custom_id}`)) report(`${path}.custom_id`, 'batch-custom-id', takenId(`${custom_id}`));
    ids.add(`${custom_id}`);
    for (const problem of requestProblems(params, version)) {
      const inner = problem.path === '' ? '' : `.${problem.path}`;
      problems.push({ ...problem, path: `${path}.params${inner}` });
    }
  }
  return problems;
}

/** What a batch has against a request, and, of one that was not built, what any call would have against it. */
function requestProblems(request: BatchRequest | undefined, version: string): readonly Problem[] {
  if (typeof request?.model !== 'string') {
    return [{ path: '', rule: 'request', message: 'a request is an object with a model' }];
  }
  const broken = hasMeta(request) ? [] : rulesBrokenBy(request);
  return [...broken, ...versionProblems(request, version), ...refusedInBatch(request)];
}

function rulesBrokenBy(body: BatchRequest): readonly Problem[] {
  // A model that is newer than this release has no rules of its own: the API judges it.
  const problems = draftProblems({ body, spec: rulesOf(body.model), betas: [] });
  return problems.filter(({ rule }) => rule !== 'max-tokens' || !asksForMore(body));
}

function refusedInBatch(request: BatchRequest): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [field, message] of Object.entries(inBatch)) {
    const value = request[field as keyof typeof inBatch];
    const isRefused = field === 'max_tokens' ? value === 0 : value != null && value !== false;
    if (isRefused) problems.push({ path: field, rule: 'batch-request', message });
  }
  const message = maxTokensRefused(request);
  if (message !== undefined) problems.push({ path: 'max_tokens', rule: 'batch-max-tokens', message });
  return problems;
}

/** The `max_tokens` of a built request may have been replaced: no other rule looks at it then. */
function maxTokensRefused(request: BatchRequest): string | undefined {
  const { model, max_tokens } = request;
  const ordinary = hasMeta(request) ? rulesOf(model)?.maxOutputTokens : undefined;
  const most = batchMaxOutputTokensOf(model) ?? ordinary;
  if (hasMeta(request) && !isWhole(max_tokens)) return maxTokensRefusal(undefined, max_tokens);
  return most !== undefined && max_tokens > most ? aboveInBatch(model, most, max_tokens) : undefined;
}
