import { DEFAULT_RETRY } from '../transport/retry-options.js';
import { sleep } from '../transport/sleep.js';
import { DEFAULT_TIMEOUTS } from '../transport/timeouts.js';
import { defaultVersion, type Version } from '../values/version.js';
import { DEFAULT_BASE_URL } from './base-url.js';
import { isBrowser, refuseBrowser } from './browser.js';
import type { ClientConfig } from './client-options.js';
import type { Credentials } from './credentials.js';
import { readEnvironment } from './environment.js';
import { oneCredential } from './one-credential.js';

/** A client as far as it has been described. */
export interface ClientDraft<V extends Version> {
  readonly config: Omit<ClientConfig<V>, 'baseUrl' | 'credential' | 'browser'>;
  readonly credentials: Credentials;
  readonly baseUrl?: URL | undefined;
  /** Stands for `baseUrl` where that is not given, whichever was called first. */
  readonly environmentBaseUrl?: URL | undefined;
  readonly isBrowserAllowed: boolean;
}

export const EMPTY_DRAFT: ClientDraft<typeof defaultVersion> = {
  config: {
    version: defaultVersion,
    betas: [],
    headers: [],
    timeout: DEFAULT_TIMEOUTS,
    retry: DEFAULT_RETRY,
    fetch: undefined,
    fetchInit: undefined,
    http: undefined,
    logger: undefined,
    hooks: {},
    middleware: [],
    runtime: { now: () => Date.now(), random: () => Math.random(), sleep },
  },
  credentials: {},
  isBrowserAllowed: false,
};

/** @throws {ValidationError} When the environment holds no credential. */
export function withEnvironment<V extends Version>(draft: ClientDraft<V>): ClientDraft<V> {
  const { credential, baseUrl } = readEnvironment();
  const credentials = { ...draft.credentials, fromEnv: credential };
  return { ...draft, credentials, environmentBaseUrl: baseUrl };
}

/** @throws {ValidationError} Without exactly one credential, and in a browser that was not allowed. */
export function finish<V extends Version>(draft: ClientDraft<V>): ClientConfig<V> {
  const { config, credentials, baseUrl, environmentBaseUrl, isBrowserAllowed } = draft;
  refuseBrowser(isBrowserAllowed);
  return {
    ...config,
    baseUrl: baseUrl ?? environmentBaseUrl ?? DEFAULT_BASE_URL,
    credential: oneCredential(credentials),
    browser: isBrowser(),
  };
}
