/** Registered, so that two copies of the package understand each other's requests. */
export const requestMeta = Symbol.for('clust.request');

/** What a request carries beside its JSON, as `lib/request/request-meta.ts` describes it; `undefined` where there is none. */
export function requestMetaOf(request: unknown): unknown {
  return Object.getOwnPropertyDescriptor(Object(request), requestMeta)?.value;
}
