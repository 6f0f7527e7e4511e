import type { Problem } from '../../errors/validation-error.js';
import { bodySize } from '../../request/draft/body-size.js';
import { partsOf } from '../../request/draft/parts.js';
import type { PlatformSizes } from './features.js';

const MB = 1024 * 1024;

/** What is larger than the platform accepts. Smaller limits than those of the Claude API are known at run time only. */
export function sizeProblems(
  json: Readonly<Record<string, unknown>>,
  { platform, request, image }: PlatformSizes,
): Problem[] {
  const rule = 'size-of-platform';
  // `partsOf` accepts any body, as the rules do.
  const body = json as Parameters<typeof partsOf>[0];
  const parts = partsOf(body);
  const problems = parts.flatMap(({ block: { type, source }, path }): Problem[] => {
    const size = type === 'image' && source?.type === 'base64' ? `${source.data}`.length : 0;
    if (size <= image * MB) return [];
    const message = `${platform} takes images of at most ${image} MB of base64, not ${(size / MB).toFixed(1)}: scale them down`;
    return [{ path: `${path}.source.data`, rule, message }];
  });
  const size = bodySize(body, parts, request * MB);
  if (size > request * MB) {
    const message = `${platform} takes requests of at most ${request} MB, not ${Math.ceil(size / MB)}: send less at once`;
    problems.push({ path: 'messages', rule, message });
  }
  return problems;
}
