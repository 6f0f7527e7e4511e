/**
 * The features that Microsoft Foundry lacks. Deployments hosted by Azure lack more; the API refuses these.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/claude-in-microsoft-foundry
 */
export const foundryLacks = {
  batches: 'Microsoft Foundry has no message batches: send the requests one by one',
  models: 'Microsoft Foundry has no list of models: see your deployments',
  diagnostics: 'Microsoft Foundry has no cache diagnostics: leave diagnostics out',
  fallbacks: 'Microsoft Foundry has no server-side fallbacks: try the other model yourself',
  inferenceGeo: 'Microsoft Foundry has no inference_geo: choose the region of the resource',
  speed:
    "on Microsoft Foundry fast mode is a deployment of its own: defineModel({ id: 'claude-opus-5-5-fast', … })",
  advisor: 'Microsoft Foundry has no advisor tool: leave it out',
  systemTurns:
    'Microsoft Foundry has no system messages between the turns: write it in system or in a user turn',
} as const;

type All = typeof foundryLacks;

/** The same as a type. */
export interface FoundryLacks extends All {}
