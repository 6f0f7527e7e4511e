import { ValidationError } from '../../errors/validation-error.js';
import { rulesOf } from '../../models/lookup.js';
import { metaOf } from '../../request/request-meta.js';
import { versionProblems } from '../../request/version-problems.js';
import { writtenBody } from '../../request/written-body.js';
import type { CallOptions } from '../../transport/call.js';
import type { TransportConfig } from '../../transport/transport-config.js';
import type { TokenCountBody } from '../../wire/endpoints/token-count.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import { assertRequest } from '../built-request.js';
import { callJson } from '../call-json.js';
import { betasOf } from '../request-betas.js';
import type { TokenCount } from './token-count.js';

/** Fields that control the answer, not the prompt. The endpoint answers 400 to fields that it does not support. */
const generationOnly = [
  'max_tokens',
  'stream',
  'temperature',
  'top_p',
  'top_k',
  'stop_sequences',
  'metadata',
  'service_tier',
  'container',
  'inference_geo',
  'diagnostics',
  'fallbacks',
  'fallback_credit_token',
  'thread',
];

/** `POST /v1/messages/count_tokens` for the request that `POST /v1/messages` takes. */
export async function countTokens(
  config: TransportConfig,
  request: unknown,
  options: CallOptions,
): Promise<TokenCount> {
  const { body: whole, models } = writtenBody(request);
  assertRequest(whole);
  const body = promptOf(whole);
  const problems = versionProblems(body, config.version);
  if (problems.length > 0) throw new ValidationError(problems);
  const call = {
    ...options,
    method: 'POST',
    path: '/v1/messages/count_tokens',
    json: body,
    betas: betasOf(whole, options.betas, body),
  };
  const expected = { what: 'a count of tokens', field: 'input_tokens', type: 'number' } as const;
  const count = await callJson<TokenCountBody>(config, call, expected);
  const window = models[0]?.spec.contextWindow ?? contextWindowOf(whole);
  const fits = window == null ? undefined : count.input_tokens + (whole.max_tokens ?? 0) <= window;
  return Object.defineProperty(count, 'fits', { value: fits }) as typeof count & TokenCount;
}

function promptOf(request: MessagesRequestBody): MessagesRequestBody {
  const fields = Object.entries(request).filter(([field]) => !generationOnly.includes(field));
  // The remaining fields are those of a request; the endpoint takes no `max_tokens`.
  return Object.fromEntries(fields) as unknown as MessagesRequestBody;
}

/** The context window of a request's model; `undefined` or `null` if it is unknown. */
function contextWindowOf(request: MessagesRequestBody): number | null | undefined {
  // Only the request knows a model that `defineModel()` created.
  return (metaOf(request).spec ?? rulesOf(request.model))?.contextWindow;
}
