import type { Answer } from '../support/loopback.js';
import { apiError, json, raw } from '../support/loopback.js';
import { answering, idPage } from './support.js';

/** A message as the API returns it. */
export const messageOf = (text: string) => ({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-haiku-5-5',
  content: [{ type: 'text', text }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 3, output_tokens: 4 },
});

/** A line of the results file. */
export const line = (custom_id: string, result: object) => JSON.stringify({ custom_id, result });

export const succeeded = (custom_id: string, text = custom_id) =>
  line(custom_id, { type: 'succeeded', message: messageOf(text) });

/** A batch as the API returns it. */
export function batchOf(fields: object = {}) {
  const counts = { processing: 1, succeeded: 0, errored: 0, canceled: 0, expired: 0 };
  return {
    id: 'msgbatch_01',
    type: 'message_batch' as const,
    processing_status: 'in_progress',
    request_counts: counts,
    created_at: '2026-11-28T09:00:00Z',
    expires_at: '2026-11-29T09:00:00Z',
    ended_at: null,
    cancel_initiated_at: null,
    archived_at: null,
    results_url: null,
    ...fields,
  };
}

export interface BatchServerOptions {
  /** Makes the results file from the custom ids that were sent. */
  readonly results?: (ids: readonly string[]) => string;
  /** After how many calls of retrieve the batch has ended. */
  readonly polls?: number;
}

/** Simulates the endpoints of one batch: create, retrieve, list, cancel, delete, results. */
export function batchServer({ results, polls = 1 }: BatchServerOptions = {}): Answer {
  let ids: readonly string[] = [];
  let retrieved = 0;
  let canceling = false;
  return answering(({ method, url, body, headers }) => {
    const now = () => {
      const isEnded = retrieved >= polls;
      const request_counts = isEnded
        ? { processing: 0, succeeded: ids.length, errored: 0, canceled: 0, expired: 0 }
        : { ...batchOf().request_counts, processing: ids.length };
      const processing_status = isEnded ? 'ended' : canceling ? 'canceling' : 'in_progress';
      const results_url = isEnded ? `http://${headers.host}/v1/messages/batches/msgbatch_01/results` : null;
      return json(batchOf({ processing_status, request_counts, results_url }));
    };
    const path = url.replace(/\?.*/, '').replace('/v1/messages/batches', '');
    switch (`${method} ${path}`) {
      case 'POST ':
        ids = JSON.parse(body).requests.map(({ custom_id }: { custom_id: string }) => custom_id);
        return now();
      case 'GET ':
        return json(idPage(['msgbatch_03', 'msgbatch_02', 'msgbatch_01'], url));
      case 'GET /msgbatch_01':
        retrieved += 1;
        return now();
      case 'POST /msgbatch_01/cancel':
        canceling = true;
        return now();
      case 'DELETE /msgbatch_01':
        return json({ id: 'msgbatch_01', type: 'message_batch_deleted' });
      case 'GET /msgbatch_01/results': {
        const all =
          results?.(ids) ??
          `${[...ids]
            .reverse()
            .map((id) => succeeded(id))
            .join('\n')}\n`;
        return raw(all, 200, { 'content-type': 'application/x-jsonl', 'request-id': 'req_results' });
      }
      default:
        return apiError(404, 'not_found_error', `There is no ${method} ${url}.`);
    }
  });
}
