import type { LazyBecause } from '../../request/refusal-if-known.js';
import type { Domains } from '../../request/rules/domains.js';
import type { WebFetchTool } from '../../wire/tools/web-fetch-tool.js';
import type { WebSearchTool } from '../../wire/tools/web-search-tool.js';
import type { Newest } from './newest.js';
import { type OfVersion, type VersionedOptions, type VersionOf, versionedTool } from './versioned-tool.js';

type DomainList = readonly string[] | null | undefined;

/** The options of a web tool. Domains can be allowed or blocked; a sentence refuses literal lists of both. */
type WebOptions<Tool, Version extends string, Allowed, Blocked> = Omit<
  VersionedOptions<Tool, Version>,
  'allowed_domains' | 'blocked_domains'
> & {
  /** Not together with `blocked_domains`. */
  readonly allowed_domains?: Allowed;
  readonly blocked_domains?: [BothLists<Allowed, Blocked>] extends [never]
    ? Blocked
    : LazyBecause<BothLists<Allowed, Blocked>>;
};

type BothLists<Allowed, Blocked> = Domains<{
  readonly allowed_domains: Allowed;
  readonly blocked_domains: Blocked;
}>;

/**
 * A web search that the API runs; the newest version unless you select another.
 *
 * Sends `{"type": "web_search_…", "name": "web_search"}` and the options.
 *
 * @example
 * ```ts
 * import { MessagesRequestBuilder, webSearch } from 'clust';
 *
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').tools(webSearch({ max_uses: 3 }));
 * ```
 */
export function webSearch<
  const Version extends VersionOf<WebSearchTool> = Newest['web_search'],
  const Allowed extends DomainList = undefined,
  const Blocked extends DomainList = undefined,
>(options?: WebOptions<WebSearchTool, Version, Allowed, Blocked>): OfVersion<WebSearchTool, NoInfer<Version>>;
export function webSearch(options: object = {}): WebSearchTool {
  return versionedTool('web_search', options);
}

/**
 * Fetches web pages and PDFs, run by the API; the newest version unless you select another.
 *
 * Sends `{"type": "web_fetch_…", "name": "web_fetch"}` and the options.
 *
 * @example
 * ```ts
 * import { MessagesRequestBuilder, webFetch } from 'clust';
 *
 * const fetchTool = webFetch({ version: '20250910', allowed_domains: ['example.com'] });
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').tools(fetchTool);
 * ```
 */
export function webFetch<
  const Version extends VersionOf<WebFetchTool> = Newest['web_fetch'],
  const Allowed extends DomainList = undefined,
  const Blocked extends DomainList = undefined,
>(options?: WebOptions<WebFetchTool, Version, Allowed, Blocked>): OfVersion<WebFetchTool, NoInfer<Version>>;
export function webFetch(options: object = {}): WebFetchTool {
  return versionedTool('web_fetch', options);
}
