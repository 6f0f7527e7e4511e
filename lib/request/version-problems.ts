import type { Problem } from '../errors/validation-error.js';
import { Version } from '../values/version.js';
import { brokenRules } from './broken-rules.js';
import type { DraftBody } from './draft/draft.js';
import { citationsByVersion } from './rules/citations-by-version.js';
import { documentsByVersion } from './rules/documents-by-version.js';
import type { Rule } from './rules/rule.js';
import { samplingByVersion } from './rules/sampling-by-version.js';

/** The rules that one version of the API brought. */
const versionRules: readonly Rule[] = [samplingByVersion, citationsByVersion, documentsByVersion];

/** What a client of this version has against a body: what a builder, which knows no version, leaves to it. */
export function versionProblems(body: DraftBody, version: string): readonly Problem[] {
  if (version !== Version.V2026_10_21) return [];
  return brokenRules({ body, version, spec: undefined, betas: [] }, versionRules);
}
