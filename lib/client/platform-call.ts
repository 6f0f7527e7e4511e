import { isObject } from '../base/is-object.js';
import { betasIn } from '../endpoints/platform/lacking-problems.js';
import { type Problem, ValidationError } from '../errors/validation-error.js';
import type { PlatformCall } from '../transport/platform.js';
import { Version } from '../values/version.js';

/** The body of a call as an object; empty if it has none. */
export function bodyOf({ json }: PlatformCall): Readonly<Record<string, unknown>> {
  return isObject(json) ? json : {};
}

/**
 * Removes the version and the betas from the headers of a call, and returns them: for platforms that want them in the
 * body.
 */
export function takeHeaders(headers: Headers): {
  readonly version: string;
  readonly betas: readonly string[];
} {
  const version = headers.get('anthropic-version') ?? '';
  const betas = betasIn(headers);
  headers.delete('anthropic-version');
  headers.delete('anthropic-beta');
  return { version, betas };
}

/** Removes the betas that match from the headers of a call. */
export function withoutBetas(headers: Headers, beta: RegExp): void {
  const rest = betasIn(headers).filter((each) => !beta.test(each));
  if (rest.length > 0) headers.set('anthropic-beta', rest.join(','));
  else headers.delete('anthropic-beta');
}

/** Models from before version 2026-10-21: up to Opus 4.6. */
const BEFORE_NEWEST = /^claude-(instant|[123]|(opus|sonnet|haiku)-4-([0156]|2\d{7})\b|4-)/;

/**
 * The `anthropic_version` for a platform's body: the newest version for new models, the platform's own value for older
 * ones.
 */
export function versionFor(model: string, version: string, own: string): string {
  return version === Version.V2026_10_21 && !BEFORE_NEWEST.test(model) ? version : own;
}

/** @throws {ValidationError} If there are any problems. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ValidationError(problems);
}

/** @throws {ValidationError} For any endpoint except messages and token counting. */
export function refuseOtherPaths(name: string, path: string): void {
  if (/^\/v1\/messages(\/count_tokens)?$/.test(path)) return;
  const message = `${name} has no ${path}: it has /v1/messages`;
  throw new ValidationError([{ path: '', rule: 'feature-of-platform', message }]);
}
