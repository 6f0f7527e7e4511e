export type { HasHttp, HttpInfo, RateLimit, RateLimitWindow } from './wire/http.js';
