import { bodyOf, refuseOtherPaths, refuseProblems, versionFor } from '../client/platform-call.js';
import { lackingProblems } from '../endpoints/platform/lacking-problems.js';
import { datedIdOf } from '../models/aliases.js';
import { isModelId } from '../models/lookup.js';
import type { Platform } from '../transport/platform.js';
import { vertexLacks } from './lacks.js';

/** Vertex AI: the model is in the path, the version in the body; betas stay in their header. */
export function vertex(project: string, region: string): Platform {
  const models = `/v1/projects/${encodeURIComponent(project)}/locations/${encodeURIComponent(region)}/publishers/anthropic/models`;
  return {
    name: 'Vertex AI',
    requestId: 'request-id',
    adapt(call) {
      refuseProblems(lackingProblems(call, vertexLacks));
      refuseOtherPaths('Vertex AI', call.path);
      const { model, ...body } = bodyOf(call);
      const id = vertexModelId(String(model));
      const version = versionFor(
        String(model),
        call.headers.get('anthropic-version') ?? '',
        'vertex-2023-10-16',
      );
      call.headers.delete('anthropic-version');
      if (call.path.endsWith('/count_tokens')) {
        const json = { ...body, model: id, anthropic_version: version };
        return { ...call, path: `${models}/count-tokens:rawPredict`, json };
      }
      const method = body.stream === true ? 'streamRawPredict' : 'rawPredict';
      // Keeps `@`, which is valid in a path: a server that does not decode `%40` would not find the model.
      const name = encodeURIComponent(id).replace('%40', '@');
      return { ...call, path: `${models}/${name}:${method}`, json: { ...body, anthropic_version: version } };
    },
  };
}

/** The host of a location. */
export function vertexUrl(region: string): string {
  if (region === 'global') return 'https://aiplatform.googleapis.com';
  if (region === 'us' || region === 'eu') return `https://aiplatform.${region}.rep.googleapis.com`;
  return `https://${region}-aiplatform.googleapis.com`;
}

/**
 * The id of a model on Vertex AI: with `@` before the date, for models up to Claude 4.5. An id that clust does not know
 * is sent as it is.
 */
function vertexModelId(id: string): string {
  if (!isModelId(id)) return id;
  const at = datedIdOf(id).replace(/-(\d{8})$/, '@$1');
  return at === 'claude-3-5-sonnet@20241022' ? 'claude-3-5-sonnet-v2@20241022' : at;
}
