import type { Cacheable } from '../cache-control.js';

export interface BrowserTab {
  readonly tab_id: string;
  readonly title: string;
  readonly url: string;
  readonly active?: boolean | undefined;
}

export interface BrowserTabOpened {
  readonly type: 'tab_opened';
  readonly tab_id: string;
}

export interface BrowserDownloadStarted {
  readonly type: 'download_started';
  readonly download_id: string;
  readonly url: string;
}

export interface BrowserDownloadCompleted {
  readonly type: 'download_completed';
  readonly download_id: string;
  readonly url: string;
  readonly path?: string | null | undefined;
  readonly size_bytes?: number | null | undefined;
}

export interface BrowserDownloadFailed {
  readonly type: 'download_failed';
  readonly download_id: string;
  readonly url: string;
  readonly error?: string | null | undefined;
}

export type BrowserStateChange =
  | BrowserTabOpened
  | BrowserDownloadStarted
  | BrowserDownloadCompleted
  | BrowserDownloadFailed;

/** All open tabs after a call of the browser toolset; at most one in a tool result. */
export interface BrowserStateBlockParam extends Cacheable {
  readonly type: 'browser_state';
  readonly tabs: readonly BrowserTab[];
  readonly state_changes?: readonly BrowserStateChange[] | null | undefined;
}
