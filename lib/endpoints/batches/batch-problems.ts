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

/** The maximum number of requests in a batch. */
const MAX_REQUESTS = 100_000;

/**
 * All problems of a batch's requests, each with its path. JavaScript callers may pass anything.
 *
 * @param version the API version that the batch is sent with; empty in a builder, which does not know it.
 */
export function batchProblems(items: readonly BatchItem[], version = ''): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (path: string, rule: string, message: string) => problems.push({ path, rule, message });
  if (items.length === 0) report('requests', 'batch-size', 'a batch needs a request: add one');
  if (items.length > MAX_REQUESTS) {
    report(
      'requests',
      'batch-size',
      `a batch has at most ${MAX_REQUESTS} requests, not ${items.length}: send several`,
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

/** The problems of one request: those of a batch, and, if it was not built, those of any request. */
function requestProblems(request: BatchRequest | undefined, version: string): readonly Problem[] {
  if (typeof request?.model !== 'string') {
    return [{ path: '', rule: 'request', message: 'a request is an object with a model' }];
  }
  const broken = hasMeta(request) ? [] : rulesBrokenBy(request);
  return [...broken, ...versionProblems(request, version), ...refusedInBatch(request)];
}

function rulesBrokenBy(body: BatchRequest): readonly Problem[] {
  // The rules of a model that is newer than this release are unknown, so the API checks it.
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

/** Checked here, since `maxTokens` may have replaced the `max_tokens` of a built request. */
function maxTokensRefused(request: BatchRequest): string | undefined {
  const { model, max_tokens } = request;
  const ordinary = hasMeta(request) ? rulesOf(model)?.maxOutputTokens : undefined;
  const most = batchMaxOutputTokensOf(model) ?? ordinary;
  if (hasMeta(request) && !isWhole(max_tokens)) return maxTokensRefusal(undefined, max_tokens);
  return most !== undefined && max_tokens > most ? aboveInBatch(model, most, max_tokens) : undefined;
}
