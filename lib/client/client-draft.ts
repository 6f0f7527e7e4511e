import { wait } from '../base/abort.js';
import { ValidationError } from '../errors/validation-error.js';
import { DEFAULT_TIMEOUTS } from '../transport/clocks.js';
import type { Credential } from '../transport/credential.js';
import { DEFAULT_RETRY } from '../transport/retry.js';
import { reveal } from '../values/secret.js';
import { defaultVersion, type Version } from '../values/version.js';
import type { ClientConfig } from './client-options.js';

/** The settings of a client so far, without its credential. */
export interface ClientDraft<V extends Version> {
  readonly config: Omit<ClientConfig<V>, 'baseUrl' | 'credential' | 'browser'>;
  readonly baseUrl?: URL | (() => URL) | undefined;
  readonly isBrowserAllowed: boolean;
}

export const EMPTY_DRAFT: ClientDraft<typeof defaultVersion> = {
  config: {
    version: defaultVersion,
    betas: [],
    headers: [],
    timeout: DEFAULT_TIMEOUTS,
    retry: DEFAULT_RETRY,
    hooks: {},
    middleware: [],
    runtime: { now: () => Date.now(), random: () => Math.random(), sleep: wait },
  },
  isBrowserAllowed: false,
};

export const defaultBaseUrl = () => new URL('https://api.anthropic.com');

/** @throws {ValidationError} In a browser without `allowBrowser()`, and for a credential that `of()` did not create. */
export function finish<V extends Version>(draft: ClientDraft<V>, credential: Credential): ClientConfig<V> {
  if (credential.kind !== 'Provider') reveal(credential);
  const baseUrl = draft.baseUrl ?? defaultBaseUrl();
  return { ...draft.config, baseUrl, credential, browser: isBrowser(draft.isBrowserAllowed) };
}

/**
 * Whether the program runs in a web page, where every visitor can read the key.
 *
 * @throws {ValidationError} If it does, and that was not allowed.
 */
function isBrowser(isAllowed: boolean): boolean {
  const isPage = 'window' in globalThis && 'document' in globalThis;
  if (!isPage || isAllowed) return isPage;
  const message = 'in a browser every visitor can read the key: call from a server, or allowBrowser()';
  throw new ValidationError([{ path: 'client', rule: 'browser', message }]);
}
