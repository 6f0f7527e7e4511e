import type { CallOptions } from '../transport/call.js';
import type { HasHttp } from '../wire/http.js';

/** How long the pages of a list are. */
export interface PageOptions extends CallOptions {
  /** How many entries a page has, 1 to 1000. Default: 20. The list goes on to the last page in any case. */
  readonly limit?: number | undefined;
}

/** Where a list begins. */
export interface CursorOptions extends PageOptions {
  /** Lists what is behind the entry of this id. */
  readonly after_id?: string | undefined;
  /** Lists what is before the entry of this id, page by page backwards. */
  readonly before_id?: string | undefined;
}

/** One page of a list, as the API sent it. */
export interface Page<Item> extends HasHttp {
  readonly data: readonly Item[];
  /** Whether more pages follow; absent where `next_page` says so. */
  readonly has_more?: boolean | undefined;
  readonly first_id?: string | null | undefined;
  readonly last_id?: string | null | undefined;
  readonly next_page?: string | null | undefined;
}

/**
 * A list that is fetched page by page while it is read. Each loop over it begins anew, with the first page.
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
