import type { Cacheable } from '../cache-control.js';
import type { CitationsConfig } from '../citations.js';
import type { TextBlockParam } from './text-block.js';

/** A result of your own search, which the model can cite. */
export interface SearchResultBlockParam extends Cacheable {
  readonly type: 'search_result';
  /** Where it comes from: a URL, a file name, or your own id. */
  readonly source: string;
  readonly title: string;
  readonly content: readonly TextBlockParam[];
  readonly citations?: CitationsConfig | undefined;
}
