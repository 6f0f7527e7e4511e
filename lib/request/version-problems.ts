import type { Problem } from '../errors/validation-error.js';
import { Version } from '../values/version.js';
import { brokenRules } from './broken-rules.js';
import type { DraftBody } from './draft/draft.js';
import { citationsByVersion } from './rules/citations-by-version.js';
import { documentsByVersion } from './rules/documents-by-version.js';
import type { Rule } from './rules/rule.js';
import { samplingByVersion } from './rules/sampling-by-version.js';

/** The rules that one API version added. */
const versionRules: readonly Rule[] = [samplingByVersion, citationsByVersion, documentsByVersion];

/** The problems of a body with a client's API version. A builder does not know the version and does not check them. */
export function versionProblems(body: DraftBody, version: string): readonly Problem[] {
  if (version !== Version.V2026_10_21) return [];
  return brokenRules({ body, version, spec: undefined, betas: [] }, versionRules);
}
