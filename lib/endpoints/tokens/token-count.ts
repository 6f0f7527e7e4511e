import type { TokenCountBody } from '../../wire/endpoints/token-count.js';
import type { HasHttp } from '../../wire/http.js';

/** The token count of a request, and whether the request fits the model. */
export interface TokenCount extends TokenCountBody, HasHttp {
  /**
   * Whether the prompt and `max_tokens` together fit the context window of the model. `undefined` if the window is
   * unknown. Not enumerable, so the count equals the JSON that the API sent.
   */
  readonly fits: boolean | undefined;
}
