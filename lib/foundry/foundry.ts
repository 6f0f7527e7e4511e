import { bodyOf, refuseProblems, withoutBetas } from '../client/platform-call.js';
import { lackingProblems } from '../endpoints/platform/lacking-problems.js';
import type { Problem } from '../errors/validation-error.js';
import { datedIdOf } from '../models/aliases.js';
import { isModelId } from '../models/lookup.js';
import type { Platform } from '../transport/platform.js';
import { foundryLacks } from './lacks.js';

/** Microsoft Foundry: the Claude API below `/anthropic`, with deployment names in place of models. */
export function foundry(isByKey: boolean): Platform {
  return {
    name: 'Microsoft Foundry',
    requestId: 'apim-request-id',
    adapt(call) {
      const { model, ...body } = bodyOf(call);
      // A thread names the betas of later requests from the start. Foundry has no advisor, so no request needs its beta.
      if (body.thread) withoutBetas(call.headers, /^advisor-tool-/);
      refuseProblems(lackingProblems(call, foundryLacks));
      if (typeof model !== 'string') return call;
      if (isByKey && model.startsWith('claude-mythos-')) refuseProblems([forEntraAlone(model)]);
      return { ...call, json: { ...body, model: deploymentOf(model) } };
    },
  };
}

function forEntraAlone(model: string): Problem {
  const message = `Microsoft Foundry has ${model} only with Entra ID tokens: call authToken() in place of apiKey()`;
  return { path: 'model', rule: 'model-of-platform', message };
}

/** The default name of a deployment: the model id without its date. Any other name is sent as it is. */
export function deploymentOf(id: string): string {
  if (!isModelId(id)) return id;
  return datedIdOf(id).replace(/-\d{8}$/, '');
}
