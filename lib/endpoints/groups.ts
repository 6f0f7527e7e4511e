import type { TransportConfig } from '../transport/transport-config.js';
import type { Batches } from './batches/batches.js';
import type { FileDownload } from './files/file-download.js';
import type { Files } from './files/files.js';
import { lazyGroup } from './lazy-group.js';
import type { Models } from './models/models.js';
import type { RawCall } from './raw/raw-call.js';

/** `client.models`. */
export function modelsOf(config: TransportConfig): Models {
  return lazyGroup<Models>(async () => (await import('./models/models-calls.js')).modelsCalls(config), {
    list: 'iterable',
    retrieve: 'promise',
  });
}

/** `client.batches`. */
export function batchesOf(config: TransportConfig): Batches {
  return lazyGroup<Batches>(async () => (await import('./batches/batches-calls.js')).batchesCalls(config), {
    create: 'promise',
    retrieve: 'promise',
    list: 'iterable',
    cancel: 'promise',
    delete: 'promise',
    wait: 'promise',
    results: 'iterable',
  });
}

/** `client.files`. */
export function filesOf(config: TransportConfig): Files {
  const load = async () => (await import('./files/files-calls.js')).filesCalls(config);
  const files = lazyGroup(load, {
    upload: 'promise',
    list: 'iterable',
    retrieve: 'promise',
    delete: 'promise',
    download: 'promise',
  });
  const download: Files['download'] = (...args) => pending(files.download(...args));
  return { ...files, download } as Files;
}

function pending(download: Promise<FileDownload>) {
  return Object.assign(download, {
    bytes: async () => (await download).bytes(),
    text: async () => (await download).text(),
  });
}

/** `client.raw`. */
export function rawOf(config: TransportConfig): RawCall {
  const load = async () => (await import('./raw/call-raw.js')).rawCalls(config);
  const { call, paginate } = lazyGroup(load, { call: 'promise', paginate: 'iterable' });
  // The caller selects the type of an answer with `responseType`.
  return Object.assign(call, { paginate }) as unknown as RawCall;
}
