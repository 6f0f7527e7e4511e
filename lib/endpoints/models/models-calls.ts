import type { TransportConfig } from '../../transport/transport-config.js';
import type { ModelInfo } from '../../wire/endpoints/model-info.js';
import { callObject } from '../call-json.js';
import { pageList } from '../pages.js';
import { pathSegment } from '../path-segment.js';
import type { Models } from './models.js';

/** The implementation of `client.models`. */
export function modelsCalls(config: TransportConfig): Models {
  return {
    list({ lifecycle, limit, after_id, before_id, ...options } = {}) {
      const query = { limit, after_id, before_id, 'lifecycle[]': lifecycle };
      return pageList(config, { ...options, method: 'GET', path: '/v1/models', query });
    },
    async retrieve(id, options) {
      const path = `/v1/models/${pathSegment(id, 'a model')}`;
      return callObject<ModelInfo>(config, { ...options, method: 'GET', path }, 'a model');
    },
  };
}
