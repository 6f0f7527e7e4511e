import { ValidationError } from '../../errors/validation-error.js';
import type { CallOptions } from '../../transport/call.js';
import { execute, type ReadAnswer } from '../../transport/execute.js';
import { withHttp } from '../../transport/http-info.js';
import type { TransportConfig } from '../../transport/transport-config.js';
import type { DeletedFile, FileObject } from '../../wire/endpoints/file-object.js';
import { callObject } from '../call-json.js';
import { pageList } from '../pages.js';
import { pathSegment } from '../path-segment.js';
import { streamOf } from '../stream-of.js';
import type { FileDownload } from './file-download.js';
import type { FileSource, Files, ListFilesOptions, UploadOptions } from './files.js';
import { uploadFile } from './upload-file.js';

/** The implementation of `client.files`. Only `upload` and `download` differ in their types: see `Files`. */
export function filesCalls(config: TransportConfig) {
  const pathOf = (id: string) => `/v1/files/${pathSegment(id, 'a file')}`;
  return {
    upload: (source: FileSource, options?: UploadOptions) => uploadFile(config, source, options),
    list({ limit, ids, ...options }: ListFilesOptions = {}) {
      const query = { limit, 'ids[]': listed(ids) };
      return pageList<FileObject>(config, { ...options, method: 'GET', path: '/v1/files', query });
    },
    retrieve: async (id: string, options?: CallOptions) =>
      callObject<FileObject>(config, { ...options, method: 'GET', path: pathOf(id) }, 'a file'),
    delete: async (id: string, options?: CallOptions) =>
      callObject<DeletedFile>(config, { ...options, method: 'DELETE', path: pathOf(id) }, 'a deleted file'),
    download: async (id: string, options?: CallOptions): Promise<FileDownload> => {
      const call = { accept: 'application/binary', ...options, method: 'GET', path: `${pathOf(id)}/content` };
      return execute(call, config, openDownload);
    },
  } satisfies { readonly [Name in keyof Files]: unknown };
}

const MOST_IDS = 100;

function listed(ids: readonly string[] | undefined): readonly string[] | undefined {
  if (ids === undefined || (ids.length > 0 && ids.length <= MOST_IDS)) return ids;
  const message = `a list names 1 to ${MOST_IDS} files, not ${ids.length}`;
  throw new ValidationError([{ path: 'ids', rule: 'file-ids', message }]);
}

/** Reads an answer as the content of a file. */
const openDownload: ReadAnswer<FileDownload> = async (response, attempt) => {
  const length = response.headers.get('content-length');
  const stream = streamOf(response, attempt);
  const whole = () => new Response(stream);
  const download = {
    mediaType: response.headers.get('content-type') ?? undefined,
    size: length === null ? undefined : Number(length),
    stream,
    bytes: async () => new Uint8Array(await whole().arrayBuffer()),
    text: () => whole().text(),
  };
  return withHttp(download, attempt.http);
};
