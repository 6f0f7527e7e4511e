import { rulesOf } from '../../models/lookup.js';
import { metaOf } from '../../request/request-meta.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';

/** The context window of a request's model; `undefined` or `null` where it is not known. */
export function contextWindowOf(request: MessagesRequestBody): number | null | undefined {
  // A model that `defineModel()` made is known to the request alone.
  return (metaOf(request).spec ?? rulesOf(request.model))?.contextWindow;
}
