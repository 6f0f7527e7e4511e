const NUMBER = /^\d+(\.\d+)?$/;
// `Date.parse` takes nearly anything ("-5" is a day in May): insist on the weekday of an HTTP date.
const HTTP_DATE = /^[a-z]{3,9},? .*\d\d:\d\d/i;

/**
 * How long the API asks to wait, in milliseconds: `retry-after-ms`, else `retry-after` in seconds or as a date.
 * A date that has passed is zero; anything malformed is as good as absent.
 */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const milliseconds = headers.get('retry-after-ms') ?? '';
  if (NUMBER.test(milliseconds)) return Number(milliseconds);
  const value = headers.get('retry-after') ?? '';
  if (NUMBER.test(value)) return Number(value) * 1000;
  const wait = HTTP_DATE.test(value) ? Date.parse(value) - now : Number.NaN;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** What `x-should-retry` says; it outranks the status. */
export function shouldRetryOf(headers: Headers): boolean | undefined {
  const value = headers.get('x-should-retry');
  return value === 'true' ? true : value === 'false' ? false : undefined;
}
