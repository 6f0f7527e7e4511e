import { readFile } from 'node:fs/promises';
import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import { ValidationError } from '../errors/validation-error.js';
import type { AuthTokenFunction, IssuedToken } from '../transport/credential-function.js';

/** Who calls, as the Claude API knows it, and the token that an identity provider gives. */
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
   * The identity token, a JWT, or a function that gives it. Default: the file that `ANTHROPIC_IDENTITY_TOKEN_FILE` names,
   * read anew each time, else `ANTHROPIC_IDENTITY_TOKEN`.
   */
  readonly identityToken?: string | (() => string | Promise<string>) | undefined;
  /** Default: `ANTHROPIC_BASE_URL`, else `https://api.anthropic.com`. */
  readonly baseUrl?: string | undefined;
}

/** Longer assertions are refused by the API. */
const LONGEST_ASSERTION = 16 * 1024;

/**
 * Workload identity federation: gives tokens of the Claude API in exchange for the token of an identity provider, such
 * as that of a Kubernetes service account. For `authToken()`; nothing is kept on disk.
 *
 * Sends `POST /v1/oauth/token` with the grant `urn:ietf:params:oauth:grant-type:jwt-bearer`. Redirects are not followed.
 *
 * @throws {ValidationError} For a value that is missing, when the first token is needed.
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
  return async ({ signal }) => {
    const env = (name: string) => process.env[name]?.trim() || undefined;
    const assertion = await identityTokenOf(options, env);
    const body = {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion,
      federation_rule_id: needed(
        'federationRuleId',
        options.federationRuleId ?? env('ANTHROPIC_FEDERATION_RULE_ID'),
      ),
      organization_id: needed('organizationId', options.organizationId ?? env('ANTHROPIC_ORGANIZATION_ID')),
      service_account_id: options.serviceAccountId ?? env('ANTHROPIC_SERVICE_ACCOUNT_ID'),
      workspace_id: options.workspaceId ?? env('ANTHROPIC_WORKSPACE_ID'),
    };
    const base = options.baseUrl ?? env('ANTHROPIC_BASE_URL') ?? 'https://api.anthropic.com';
    return exchange(tokenUrl(base), body, signal);
  };
}

async function identityTokenOf(
  { identityToken }: WorkloadIdentityOptions,
  env: (name: string) => string | undefined,
): Promise<string> {
  const file = env('ANTHROPIC_IDENTITY_TOKEN_FILE');
  const given =
    typeof identityToken === 'function'
      ? await identityToken()
      : (identityToken ??
        (file === undefined ? env('ANTHROPIC_IDENTITY_TOKEN') : await readFile(file, 'utf8')));
  const token = needed('identityToken', given?.trim());
  if (token.length > LONGEST_ASSERTION)
    refuse('identityToken', `an identity token has at most 16 KiB, not ${Math.ceil(token.length / 1024)}`);
  return token;
}

/** The address of the token endpoint: an assertion goes over https alone, or stays on this machine. */
function tokenUrl(base: string): string {
  const url = URL.canParse(base) ? new URL(base) : undefined;
  const isLoopback = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url?.hostname ?? '');
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && isLoopback))
    refuse('baseUrl', 'an identity token is sent over https, or to this machine');
  return `${base.replace(/(\/v1)?\/*$/, '')}/v1/oauth/token`;
}

async function exchange(url: string, body: object, signal: AbortSignal): Promise<IssuedToken> {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      'anthropic-beta': 'oauth-2025-04-20,oidc-federation-2026-04-01',
    },
    body: JSON.stringify(body),
    signal,
  });
  // What a token endpoint answers beside these fields may be what it was sent.
  const answer = parseJson(await response.text());
  const { access_token, expires_in, error, error_description } = isObject(answer) ? answer : {};
  if (!response.ok || typeof access_token !== 'string') {
    const said = [error, error_description].filter((text) => typeof text === 'string').join(': ');
    const advice =
      response.status === 401 ? ' Check that the federation rule matches the identity token.' : '';
    throw new Error(`POST ${url} answered ${response.status}: ${said || 'no token'}.${advice}`);
  }
  return {
    token: access_token,
    expiresAt: typeof expires_in === 'number' ? new Date(Date.now() + expires_in * 1000) : null,
    headers: { 'anthropic-beta': 'oauth-2025-04-20' },
  };
}

function needed(path: string, value: string | undefined): string {
  return value || refuse(path, `workloadIdentity() needs ${path}: pass it, or set its variable`);
}

function refuse(path: string, message: string): never {
  throw new ValidationError([{ path, rule: 'credential', message }]);
}
