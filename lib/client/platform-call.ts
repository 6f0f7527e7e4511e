import { isObject } from '../base/is-object.js';
import { type Problem, ValidationError } from '../errors/validation-error.js';
import type { PlatformCall } from '../transport/platform.js';
import { Version } from '../values/version.js';

/** The body of a call, as an object; empty for a call that has none. */
export function bodyOf({ json }: PlatformCall): Readonly<Record<string, unknown>> {
  return isObject(json) ? json : {};
}

/** The version and the betas of a call, taken out of its headers: for platforms that want them in the body. */
export function takeHeaders(headers: Headers): {
  readonly version: string;
  readonly betas: readonly string[];
} {
  const version = headers.get('anthropic-version') ?? '';
  const betas = (headers.get('anthropic-beta') ?? '').split(',').map((beta) => beta.trim());
  headers.delete('anthropic-version');
  headers.delete('anthropic-beta');
  return { version, betas: betas.filter((beta) => beta !== '') };
}

/** Models from before version 2026-10-21: up to Opus 4.6. */
const BEFORE_NEWEST = /^claude-(instant|[123]|(opus|sonnet|haiku)-4-([0156]|2\d{7})\b|4-)/;

/** What a platform that wants the version in the body is told: the newest by its name, all before it by its own. */
export function versionFor(model: string, version: string, own: string): string {
  return version === Version.V2026_10_21 && !BEFORE_NEWEST.test(model) ? version : own;
}

/** @throws {ValidationError} With these problems, if there are any. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ValidationError(problems);
}

/** @throws {ValidationError} For an endpoint beside messages and their token counts. */
export function refuseOtherPaths(name: string, path: string): void {
  if (/^\/v1\/messages(\/count_tokens)?$/.test(path)) return;
  const message = `${name} has no ${path}: it has /v1/messages`;
  throw new ValidationError([{ path: '', rule: 'feature-of-platform', message }]);
}
