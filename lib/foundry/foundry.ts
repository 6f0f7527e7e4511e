import { bodyOf, refuseProblems } from '../client/platform-call.js';
import { lackingProblems } from '../endpoints/platform-features.js';
import { aliases, isAlias } from '../models/aliases.js';
import { isModelId } from '../models/lookup.js';
import type { Platform } from '../transport/platform.js';
import { foundryLacks } from './lacks.js';

/** Microsoft Foundry: the Claude API below `/anthropic`, with the names of deployments in place of models. */
export const foundry: Platform = {
  name: 'Microsoft Foundry',
  requestId: 'apim-request-id',
  adapt(call) {
    refuseProblems(lackingProblems(call, foundryLacks));
    const { model, ...body } = bodyOf(call);
    return typeof model === 'string' ? { ...call, json: { ...body, model: deploymentOf(model) } } : call;
  },
};

/** The name that a deployment has by default: the id of the model without its date. Another name is sent as it is. */
export function deploymentOf(id: string): string {
  if (!isModelId(id)) return id;
  return (isAlias(id) ? aliases[id] : id).replace(/-\d{8}$/, '');
}
