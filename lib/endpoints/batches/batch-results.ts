import { ValidationError } from '../../errors/validation-error.js';
import { addressOf } from '../../transport/prepare.js';
import type { TransportConfig } from '../../transport/transport-config.js';
import type { MessageBatchBody } from '../../wire/endpoints/message-batch.js';
import { jsonLines } from '../json-lines.js';
import { textLines } from '../text-lines.js';
import type { BatchItem } from './batch-item.js';
import { outputsOf, type ReadOutputs, readOutputsOf } from './batch-outputs.js';
import type { ResultsOptions } from './batches.js';
import type { BatchResult } from './message-batch.js';
import { readResult } from './read-result.js';
import { type BatchReference, retrieveBatch } from './retrieve-batch.js';

/** The results of a batch, one at a time. */
export async function* batchResults(
  config: TransportConfig,
  reference: BatchReference,
  { batch: source, ...options }: ResultsOptions<BatchItem> = {},
): AsyncGenerator<BatchResult, void> {
  const outputs: ReadOutputs = source ? readOutputsOf(source.requests) : outputsOf(reference);
  const isKnown = typeof reference === 'object' && reference.results_url != null;
  const batch: MessageBatchBody = isKnown ? reference : await retrieveBatch(config, reference, options);
  const path = resultsPath(batch.results_url ?? throwNoResults(batch), addressOf(config));
  const answer = await textLines(config, { ...options, method: 'GET', path });

  let count = 0;
  for await (const line of jsonLines(answer)) {
    count += 1;
    const result = readResult(line, answer.attempt.http, outputs);
    if (!result) throw answer.failure('malformed', `result ${count} has no custom_id or no readable result.`);
    yield result;
  }
  const { succeeded, errored, canceled, expired } = { ...batch.request_counts };
  const promised = succeeded + errored + canceled + expired;
  if (promised > 0 && count !== promised) {
    throw answer.failure('cut', `${count} results came, and the batch counts ${promised}.`);
  }
}

function throwNoResults({ id, processing_status, archived_at }: MessageBatchBody): never {
  const message =
    processing_status === 'ended'
      ? `the results of ${id} are gone${archived_at ? ` since ${archived_at}` : ''}: they are kept for 29 days`
      : `${id} is ${processing_status}: wait until it has ended, with client.batches.wait()`;
  throw new ValidationError([{ path: 'results_url', rule: 'batch-ended', message }]);
}

/** A gateway passes on the API's own address; the results are then requested through the gateway. */
const API = 'https://api.anthropic.com';

/**
 * The path of a batch's results, relative to the base URL of the client.
 *
 * @throws {ValidationError} If the results are on another host: clust sends nothing there, in particular no key.
 */
function resultsPath(resultsUrl: string, baseUrl: URL): string {
  const url = URL.canParse(resultsUrl, baseUrl) ? new URL(resultsUrl, baseUrl) : undefined;
  if (url?.origin !== baseUrl.origin && url?.origin !== API) {
    const message = `the results are at ${url?.host || 'no address'}, which is not the host of the client: nothing was sent`;
    throw new ValidationError([{ path: 'results_url', rule: 'results-on-origin', message }]);
  }
  const base = baseUrl.pathname.replace(/\/$/, '');
  const path = `${url.pathname}${url.search}`;
  return url.origin === baseUrl.origin && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
}
