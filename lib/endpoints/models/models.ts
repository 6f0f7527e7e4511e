import type { CallOptions } from '../../transport/call.js';
import type { ModelInfo } from '../../wire/endpoints/model-info.js';
import type { HasHttp } from '../../wire/http.js';
import type { OpenString } from '../../wire/open.js';
import type { PageList } from '../page-list.js';

/** Which models to list. */
export interface ListModelsOptions extends CallOptions {
  /** In which stages of their life. Default: active and deprecated models. */
  readonly lifecycle?: readonly OpenString<'active' | 'deprecated' | 'retired'>[] | undefined;
  /** How many models a page has, 1 to 1000. Default: 20. The list goes on to the last page in any case. */
  readonly limit?: number | undefined;
  /** Lists the models behind this one. */
  readonly after_id?: string | undefined;
  /** Lists the models before this one, page by page backwards. */
  readonly before_id?: string | undefined;
}

/** The models of the account: `client.models`. */
export interface Models {
  /**
   * All models, the newest first: `GET /v1/models`. Pages are fetched while the list is read.
   *
   * @example
   * ```ts
   * import { Client } from 'clust';
   *
   * for await (const model of Client.fromEnv().models.list({ lifecycle: ['active'] })) {
   *   console.log(model.id, model.max_tokens);
   * }
   * ```
   */
  list(options?: ListModelsOptions): PageList<ModelInfo>;

  /** One model, by its id or an alias: `GET /v1/models/{id}`. An unknown id is an `ApiError` `not_found_error`. */
  retrieve(id: string, options?: CallOptions): Promise<ModelInfo & HasHttp>;
}
