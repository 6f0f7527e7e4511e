import { readFile } from 'node:fs/promises';
import { isObject } from '../base/is-object.js';
import type { AuthTokenFunction, CredentialRequest, IssuedToken } from '../transport/credential-function.js';
import { activeProfile, configFolder, type Profile, readProfile } from './profile-file.node.js';
import { refuse, textOf, variable } from './settings.node.js';
import { readStoredToken, type StoredToken, writeStoredToken } from './stored-token.node.js';
import { requestToken } from './token-endpoint.node.js';
import { federatedToken, isFederated } from './workload-identity.node.js';

/** Which profile to use, and where it is stored. */
export interface CredentialProfileOptions {
  /** Default: `ANTHROPIC_PROFILE`, else the active profile of the folder. */
  readonly name?: string | undefined;
  /**
   * The folder of profiles. Default: `ANTHROPIC_CONFIG_DIR`, else `~/.config/anthropic`, or `%APPDATA%\Anthropic` on
   * Windows.
   */
  readonly folder?: string | undefined;
  /**
   * The host that issues tokens. Default: the profile's, else `ANTHROPIC_BASE_URL`, else `https://api.anthropic.com`.
   */
  readonly baseUrl?: string | undefined;
}

/**
 * A token that is valid for less than this is renewed, in milliseconds. The client starts to ask for the next token at
 * the same time.
 */
const RENEWAL_BELOW = 120_000;

/**
 * Signs in with a profile of the official tools, for `authToken()`: with a user's login, whose token is renewed and
 * written back, or with workload identity federation.
 *
 * Without a `name` it uses, in this order: the profile that `ANTHROPIC_PROFILE` names; federation, if
 * `ANTHROPIC_FEDERATION_RULE_ID`, `ANTHROPIC_ORGANIZATION_ID` and an identity token are set; the active profile, which
 * `active_config` names, or `default`.
 *
 * A profile is `configs/<name>.json`. Its last token is `credentials/<name>.json`, which is replaced as a whole, with
 * the mode 0600. Environment variables replace what a profile leaves out. A renewal sends `POST /v1/oauth/token`. The
 * workspace of a login is sent with each call, as `anthropic-workspace-id`. If a profile has a `base_url`, pass the
 * same to `baseUrl()` of the client.
 *
 * @throws {ValidationError} If the profile does not exist, or has no known kind of sign-in.
 * @throws {ConnectionError} If the token endpoint answers with more than 1 MiB. Every call that needed the token
 * rejects with a `CredentialError` whose `cause` is this error.
 *
 * @example
 * ```ts
 * import { ClientBuilder } from 'clust';
 * import { credentialProfile } from 'clust/node';
 *
 * const client = ClientBuilder.create().authToken(credentialProfile({ name: 'work' })).build();
 * ```
 */
export function credentialProfile(options: CredentialProfileOptions = {}): AuthTokenFunction {
  return async (request) => {
    const folder = options.folder ?? configFolder();
    const named = options.name ?? variable('ANTHROPIC_PROFILE');
    if (named === undefined && isFederated())
      return federatedToken({ baseUrl: options.baseUrl }, request.signal);
    const profile = await readProfile(folder, named ?? (await activeProfile(folder)));
    const baseUrl = options.baseUrl ?? profile.baseUrl;
    const { type } = profile.authentication;
    if (type === 'user_oauth') return login({ ...profile, baseUrl }, request);
    if (type === 'oidc_federation') return federated({ ...profile, baseUrl }, request);
    return refuse(
      'name',
      `profile ${profile.name} signs in with ${JSON.stringify(type)}, which clust does not know`,
    );
  };
}

/** The token of a user's login, renewed with its refresh token. */
async function login(profile: Profile, { refresh, signal }: CredentialRequest): Promise<IssuedToken> {
  const { name, tokenFile, baseUrl, authentication } = profile;
  const workspace = profile.workspaceId ?? variable('ANTHROPIC_WORKSPACE_ID');
  const headers = {
    'anthropic-beta': 'oauth-2025-04-20',
    ...(workspace !== undefined && { 'anthropic-workspace-id': workspace }),
  };
  const stored = await readStoredToken(tokenFile);
  if (stored === undefined) refuse('name', `profile ${name} is not signed in: ${tokenFile} holds no token`);
  const kept = issuedOf(stored);
  const { client_id } = authentication;
  const { refresh_token } = stored;
  const canRenew = textOf(client_id) !== undefined && textOf(refresh_token) !== undefined;
  // A token that cannot be renewed is used until it expires.
  if (!refresh && isValidFor(kept, canRenew ? RENEWAL_BELOW : 0)) return { ...kept, headers };
  if (!canRenew)
    refuse('name', `the token of profile ${name} has expired and cannot be renewed: sign in again`);
  const answer = await requestToken({
    baseUrl,
    // Both were checked above.
    body: { grant_type: 'refresh_token', refresh_token, client_id: String(client_id) },
    betas: 'oauth-2025-04-20',
    advice: 'Sign in again.',
    signal,
  });
  const next = storedOf(answer.access_token, answer.expiresAt);
  // A refresh token may be valid only once, so the new one is stored before it is needed.
  await writeStoredToken(tokenFile, {
    ...stored,
    ...next,
    refresh_token: answer.refresh_token ?? refresh_token ?? '',
  });
  return { token: answer.access_token, expiresAt: answer.expiresAt, headers };
}

/** A token by federation. Processes share it through the credentials file. */
async function federated(profile: Profile, request: CredentialRequest): Promise<IssuedToken> {
  const { tokenFile, authentication, organizationId, workspaceId, baseUrl } = profile;
  const headers = { 'anthropic-beta': 'oauth-2025-04-20' };
  const stored = await readStoredToken(tokenFile);
  const kept = stored && issuedOf(stored);
  if (kept && !request.refresh && isValidFor(kept, RENEWAL_BELOW)) return { ...kept, headers };
  const { identity_token } = authentication;
  const path = isObject(identity_token) ? textOf(identity_token.path) : undefined;
  const issued = await federatedToken(
    {
      organizationId,
      workspaceId,
      baseUrl,
      federationRuleId: textOf(authentication.federation_rule_id),
      serviceAccountId: textOf(authentication.service_account_id),
      identityToken: path === undefined ? undefined : () => readFile(path, 'utf8'),
    },
    request.signal,
  );
  // The file saves other processes a request. If it cannot be written, this process still has its token.
  await writeStoredToken(tokenFile, { ...stored, ...storedOf(issued.token, issued.expiresAt) }).catch(
    () => undefined,
  );
  return issued;
}

function issuedOf({ access_token, expires_at }: StoredToken): IssuedToken {
  return {
    token: access_token,
    expiresAt: typeof expires_at === 'number' ? new Date(expires_at * 1000) : null,
  };
}

function storedOf(access_token: string, expiresAt: Date | null): StoredToken {
  return { access_token, expires_at: expiresAt === null ? null : Math.floor(expiresAt.getTime() / 1000) };
}

function isValidFor({ expiresAt }: IssuedToken, milliseconds: number): boolean {
  return !expiresAt || expiresAt.getTime() - Date.now() > milliseconds;
}
