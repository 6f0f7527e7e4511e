import { readFile } from 'node:fs/promises';
import { isObject } from '../base/is-object.js';
import type { AuthTokenFunction, CredentialRequest, IssuedToken } from '../transport/credential-function.js';
import { activeProfile, configFolder, type Profile, readProfile } from './profile-file.node.js';
import { refuse, textOf, variable } from './settings.node.js';
import { readStoredToken, type StoredToken, writeStoredToken } from './stored-token.node.js';
import { requestToken } from './token-endpoint.node.js';
import { federatedToken, isFederated } from './workload-identity.node.js';

/** Which profile, and where it is. */
export interface CredentialProfileOptions {
  /** Default: `ANTHROPIC_PROFILE`, else the profile that is active in the folder. */
  readonly name?: string | undefined;
  /**
   * The folder of profiles. Default: `ANTHROPIC_CONFIG_DIR`, else `~/.config/anthropic`, or `%APPDATA%\Anthropic` on Windows.
   */
  readonly folder?: string | undefined;
  /** Where tokens are asked for. Default: what the profile says, else `ANTHROPIC_BASE_URL`, else `https://api.anthropic.com`. */
  readonly baseUrl?: string | undefined;
}

/** A token with less time left is renewed: the client begins to ask for the next one then. */
const AMPLE = 120_000;

/**
 * Signs in as a profile of the official tools says: with the login of a user, whose token is renewed and written back, or
 * by workload identity federation. For `authToken()`.
 *
 * Without a `name` it is, in this order, the profile that `ANTHROPIC_PROFILE` names; federation, where
 * `ANTHROPIC_FEDERATION_RULE_ID`, `ANTHROPIC_ORGANIZATION_ID` and an identity token are set; the active profile, which
 * `active_config` names, or `default`.
 *
 * A profile is `configs/<name>.json`, its last token `credentials/<name>.json`, which is replaced as a whole, with the mode
 * 0600. Variables of the environment fill in what a profile leaves out. A renewal sends `POST /v1/oauth/token`. The
 * workspace of a login goes with each call, as `anthropic-workspace-id`. Where a profile has a `base_url`, give the client the
 * same by `baseUrl()`.
 *
 * @throws {ValidationError} For a profile that is not there or says no known sign-in.
 * @throws {ConnectionError} For an answer above 1 MiB. Every call that needed the token rejects with a `CredentialError`
 * whose `cause` is this error.
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
      `profile ${profile.name} signs in by ${JSON.stringify(type)}, which clust does not know`,
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
  // What cannot be renewed is used to its end.
  if (!refresh && hasLeft(kept, canRenew ? AMPLE : 0)) return { ...kept, headers };
  if (!canRenew)
    refuse('name', `the token of profile ${name} has ended and cannot be renewed: sign in again`);
  const answer = await requestToken({
    baseUrl,
    // Both have been looked at.
    body: { grant_type: 'refresh_token', refresh_token, client_id: String(client_id) },
    betas: 'oauth-2025-04-20',
    advice: 'Sign in again.',
    signal,
  });
  const next = storedOf(answer.access_token, answer.expiresAt);
  // The old refresh token may be gone with its first use: the new one is kept before it is needed.
  await writeStoredToken(tokenFile, {
    ...stored,
    ...next,
    refresh_token: answer.refresh_token ?? refresh_token ?? '',
  });
  return { token: answer.access_token, expiresAt: answer.expiresAt, headers };
}

/** A token by federation; processes share it through the credentials file. */
async function federated(profile: Profile, request: CredentialRequest): Promise<IssuedToken> {
  const { tokenFile, authentication, organizationId, workspaceId, baseUrl } = profile;
  const headers = { 'anthropic-beta': 'oauth-2025-04-20' };
  const stored = await readStoredToken(tokenFile);
  const kept = stored && issuedOf(stored);
  if (kept && !request.refresh && hasLeft(kept, AMPLE)) return { ...kept, headers };
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
  // The file spares other processes an exchange. Where it cannot be written, this one has its token all the same.
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

function hasLeft({ expiresAt }: IssuedToken, milliseconds: number): boolean {
  return !expiresAt || expiresAt.getTime() - Date.now() > milliseconds;
}
