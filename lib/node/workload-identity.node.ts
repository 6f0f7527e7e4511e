import { readFile } from 'node:fs/promises';
import type { AuthTokenFunction } from '../transport/credential-function.js';
import { refuse, variable } from './settings.node.js';
import { requestToken } from './token-endpoint.node.js';

/** The identity of the caller, and the token of its identity provider. */
export interface WorkloadIdentityOptions {
  /** The federation rule that maps the identity to Anthropic. Default: `ANTHROPIC_FEDERATION_RULE_ID`. */
  readonly federationRuleId?: string | undefined;
  /** Default: `ANTHROPIC_ORGANIZATION_ID`. */
  readonly organizationId?: string | undefined;
  /** Default: `ANTHROPIC_SERVICE_ACCOUNT_ID`, if it is set. */
  readonly serviceAccountId?: string | undefined;
  /** The workspace that the token is for. Default: `ANTHROPIC_WORKSPACE_ID`, if it is set. */
  readonly workspaceId?: string | undefined;
  /**
   * The identity token, a JWT, or a function that returns it. Default: the file that `ANTHROPIC_IDENTITY_TOKEN_FILE`
   * names, read each time, else `ANTHROPIC_IDENTITY_TOKEN`.
   */
  readonly identityToken?: string | (() => string | Promise<string>) | undefined;
  /** Default: `ANTHROPIC_BASE_URL`, else `https://api.anthropic.com`. */
  readonly baseUrl?: string | undefined;
}

/** The API refuses longer assertions. */
const MAX_ASSERTION_LENGTH = 16 * 1024;

/**
 * Workload identity federation, for `authToken()`: exchanges the token of an identity provider, such as that of a
 * Kubernetes service account, for tokens of the Claude API. Nothing is stored on disk.
 *
 * Sends `POST /v1/oauth/token` with the grant `urn:ietf:params:oauth:grant-type:jwt-bearer`. Redirects are not
 * followed.
 *
 * @throws {ValidationError} If a value is missing, when the first token is needed.
 * @throws {ConnectionError} If the token endpoint answers with more than 1 MiB.
 *
 * @example
 * ```ts
 * import { ClientBuilder } from 'clust';
 * import { workloadIdentity } from 'clust/node';
 *
 * const client = ClientBuilder.create()
 *   .authToken(
 *     workloadIdentity({
 *       federationRuleId: 'fdrl_01AbC',
 *       organizationId: '8a1b…',
 *       identityToken: async () => 'eyJ…',
 *     }),
 *   )
 *   .build();
 * ```
 */
export function workloadIdentity(options: WorkloadIdentityOptions = {}): AuthTokenFunction {
  return ({ signal }) => federatedToken(options, signal);
}

/** Whether the environment has everything that federation needs. */
export function isFederated(): boolean {
  const token = variable('ANTHROPIC_IDENTITY_TOKEN_FILE') ?? variable('ANTHROPIC_IDENTITY_TOKEN');
  const ids = [variable('ANTHROPIC_FEDERATION_RULE_ID'), variable('ANTHROPIC_ORGANIZATION_ID')];
  return [token, ...ids].every((each) => each !== undefined);
}

/** Exchanges an identity token for a token of the Claude API. */
export async function federatedToken(options: WorkloadIdentityOptions, signal: AbortSignal) {
  const assertion = await identityTokenOf(options);
  const body = {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion,
    federation_rule_id: optionOr('ANTHROPIC_FEDERATION_RULE_ID', 'federationRuleId', options),
    organization_id: optionOr('ANTHROPIC_ORGANIZATION_ID', 'organizationId', options),
    service_account_id: options.serviceAccountId ?? variable('ANTHROPIC_SERVICE_ACCOUNT_ID'),
    workspace_id: options.workspaceId ?? variable('ANTHROPIC_WORKSPACE_ID'),
  };
  const { access_token, expiresAt } = await requestToken({
    baseUrl: options.baseUrl,
    body,
    betas: 'oauth-2025-04-20,oidc-federation-2026-04-01',
    advice: 'Check that the federation rule matches the identity token.',
    signal,
  });
  return { token: access_token, expiresAt, headers: { 'anthropic-beta': 'oauth-2025-04-20' } };
}

async function identityTokenOf({ identityToken }: WorkloadIdentityOptions): Promise<string> {
  const file = variable('ANTHROPIC_IDENTITY_TOKEN_FILE');
  const given =
    typeof identityToken === 'function'
      ? await identityToken()
      : (identityToken ??
        (file === undefined ? variable('ANTHROPIC_IDENTITY_TOKEN') : await readFile(file, 'utf8')));
  const token = needed('identityToken', 'ANTHROPIC_IDENTITY_TOKEN_FILE', given?.trim());
  if (token.length > MAX_ASSERTION_LENGTH)
    refuse('identityToken', `an identity token has at most 16 KiB, not ${Math.ceil(token.length / 1024)}`);
  return token;
}

function optionOr(
  name: string,
  option: 'federationRuleId' | 'organizationId',
  options: WorkloadIdentityOptions,
): string {
  return needed(option, name, options[option] ?? variable(name));
}

function needed(path: string, name: string, value: string | undefined): string {
  return value || refuse(path, `workloadIdentity() needs ${path}: pass it, or set ${name}`);
}
