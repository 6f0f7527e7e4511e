import type { TokenCountBody } from '../../wire/endpoints/token-count.js';
import type { HasHttp } from '../../wire/http.js';

/** How many tokens a request has: the answer of the API, and whether the request fits the model. */
export interface TokenCount extends TokenCountBody, HasHttp {
  /**
   * Whether prompt and `max_tokens` together fit the context window of the model. `undefined` when the window is not
   * known. Not enumerable, so the count stays the JSON that the API sent.
   */
  readonly fits: boolean | undefined;
}
