import type { HasHttp } from '../wire/http.js';

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
