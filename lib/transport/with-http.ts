import type { HasHttp, HttpInfo } from '../wire/http.js';

/** A result that remembers its response; `http` shows neither in JSON nor in a comparison. */
export function withHttp<Result extends object>(result: Result, http: HttpInfo): Result & HasHttp {
  return Object.defineProperty(result, 'http', { value: http }) as Result & HasHttp;
}
