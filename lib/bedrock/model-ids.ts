import { refuseProblems } from '../client/platform-call.js';
import { datedIdOf } from '../models/aliases.js';
import { isModelId } from '../models/lookup.js';
import { notOnMantle } from './lacks.js';

/** Where an inference profile may run a request: the prefix of its id. */
export type InferenceProfile = 'global' | 'us' | 'eu' | 'jp' | 'apac' | 'au';

/** Ids that are exceptions to the rule below. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'claude-opus-4-6': 'claude-opus-4-6-v1',
  'claude-3-5-sonnet-20241022': 'claude-3-5-sonnet-20241022-v2:0',
};

/**
 * The id of a model at Bedrock's runtime endpoint: `us.anthropic.claude-opus-5-5`, with date and version for models up
 * to Claude 4.5. An id that clust does not know, such as an ARN or the id of your own profile, is sent as it is.
 */
export function runtimeModelId(id: string, profile: InferenceProfile): string {
  if (!isModelId(id)) return id;
  const dated: string = datedIdOf(id);
  const own = EXCEPTIONS[dated] ?? (/-\d{8}$/.test(dated) ? `${dated}-v1:0` : dated);
  return `${profile}.anthropic.${own}`;
}

/**
 * Whether a model is retired, so that the mantle endpoint does not offer it. Of the ids with a date it offers only
 * Haiku 4.5.
 */
const isRetired = (id: string) =>
  /^claude-(instant|[12])/.test(id) || (/-\d{8}$/.test(id) && !id.startsWith('claude-haiku-4-5'));

/**
 * The id of a model at Bedrock's mantle endpoint: `anthropic.claude-opus-5-5`.
 *
 * @throws {ValidationError} For a model that only the runtime endpoint offers.
 */
export function mantleModelId(id: string): string {
  if (!isModelId(id)) return id;
  const dated: string = datedIdOf(id);
  const problem = { path: 'model', rule: 'model-of-platform', message: notOnMantle(id) };
  refuseProblems(isRetired(dated) ? [problem] : []);
  return `anthropic.${dated.replace(/-\d{8}$/, '')}`;
}

/** The profile that keeps requests near a region. */
export function profileOf(region: string): InferenceProfile {
  const [area = '', side = ''] = region.split('-');
  if (area === 'us' || area === 'eu') return area;
  if (/^ap-northeast-[13]$/.test(region)) return 'jp';
  if (area === 'ap' && side === 'southeast' && /-[24]$/.test(region)) return 'au';
  return area === 'ap' ? 'apac' : 'global';
}
