/** A registered symbol, so that two copies of the package can read each other's requests. */
export const requestMeta = Symbol.for('clust.request');

/** The metadata of a request, described in `lib/request/request-meta.ts`; `undefined` if it has none. */
export function requestMetaOf(request: unknown): unknown {
  return Object.getOwnPropertyDescriptor(Object(request), requestMeta)?.value;
}
