import type { CallOptions } from '../transport/call.js';
import type { HasHttp } from '../wire/http.js';

/** Options of a list. */
export interface PageOptions extends CallOptions {
  /** The number of entries per page, 1 to 1000. Default: 20. The list always continues to the last page. */
  readonly limit?: number | undefined;
}

/** Where a list starts. */
export interface CursorOptions extends PageOptions {
  /** Lists the entries after the one with this id. */
  readonly after_id?: string | undefined;
  /** Lists the entries before the one with this id, page by page backwards. */
  readonly before_id?: string | undefined;
}

/** One page of a list, as the API sent it. */
export interface Page<Item> extends HasHttp {
  readonly data: readonly Item[];
  /** Whether more pages follow; absent if the endpoint uses `next_page`. */
  readonly has_more?: boolean | undefined;
  readonly first_id?: string | null | undefined;
  readonly last_id?: string | null | undefined;
  readonly next_page?: string | null | undefined;
}

/**
 * A list that is fetched page by page while it is read. Each loop starts with the first page again.
 *
 * @example
 * ```ts
 * import { Client } from 'clust';
 *
 * const client = Client.fromEnv();
 * for await (const model of client.models.list()) console.log(model.id);
 * for await (const page of client.models.list({ limit: 100 }).pages()) console.log(page.data.length);
 * ```
 */
export interface PageList<Item> extends AsyncIterable<Item> {
  /** The pages themselves, each with its `http`. */
  pages(): AsyncIterable<Page<Item>>;
}
