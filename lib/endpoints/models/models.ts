import type { CallOptions } from '../../transport/call.js';
import type { ModelInfo } from '../../wire/endpoints/model-info.js';
import type { HasHttp } from '../../wire/http.js';
import type { OpenString } from '../../wire/open.js';
import type { CursorOptions, PageList } from '../page-list.js';

/** Options of `models.list()`. */
export interface ListModelsOptions extends CursorOptions {
  /** Which lifecycle stages to list. Default: active and deprecated models. */
  readonly lifecycle?: readonly OpenString<'active' | 'deprecated' | 'retired'>[] | undefined;
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
