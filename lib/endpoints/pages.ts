import { ApiError } from '../errors/api-error.js';
import type { Call, Query } from '../transport/call.js';
import { addressOf } from '../transport/prepare.js';
import type { TransportConfig } from '../transport/transport-config.js';
import { callJson } from './call-json.js';
import type { Page, PageList } from './page-list.js';

/** A list of pages: the answer to a call, and the pages that follow it. */
export function pageList<Item>(config: TransportConfig, call: Call): PageList<Item> {
  const pages = () => fetchPages<Item>(config, call);
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* page.data;
    },
  };
}

async function* fetchPages<Item>(config: TransportConfig, call: Call): AsyncGenerator<Page<Item>, void> {
  let query: Query | undefined = call.query;
  do {
    const asked: Query = query ?? {};
    const page = await callJson<Page<Item>>(
      config,
      { ...call, query: asked },
      { what: 'a page of a list', field: 'data', type: 'list' },
    );
    yield page;
    query = nextQuery(page, asked);
    if (query && isSameCursor(query, asked)) throw missingCursor(page, call, config);
  } while (query);
}

/**
 * The parameters of the next page; `undefined` after the last one. With `has_more` and `last_id` the next page is
 * requested by `after_id`, or by `before_id` if the list goes backwards; with `next_page` by `page`, or by `page_token`
 * if the call has that.
 */
function nextQuery(
  { data, has_more, first_id, last_id, next_page }: Page<unknown>,
  query: Query,
): Query | undefined {
  if (next_page != null) return { ...query, [has_more === undefined ? 'page' : 'page_token']: next_page };
  if (!has_more || data.length === 0) return undefined;
  if (query.before_id !== undefined) return { ...query, before_id: first_id ?? query.before_id };
  return { ...query, after_id: last_id ?? query.after_id };
}

/** Detects a server that repeats a cursor: clust would request the same page forever. */
function isSameCursor(next: Query, asked: Query): boolean {
  return Object.entries(next).every(([name, value]) => asked[name] === value);
}

function missingCursor({ http }: Page<unknown>, { method, path }: Call, config: TransportConfig): ApiError {
  return new ApiError({
    where: `${method} ${addressOf(config).origin}${path}`,
    status: http.status,
    type: 'unexpected_response',
    reason: 'the list cannot be continued: a page has has_more: true and no new cursor',
    requestId: http.requestId,
    retryable: false,
    synthetic: true,
  });
}
