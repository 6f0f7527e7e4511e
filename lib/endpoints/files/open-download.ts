import type { ReadAnswer } from '../../transport/execute.js';
import { withHttp } from '../../transport/http-info.js';
import { streamOf } from '../stream-of.js';
import type { FileDownload } from './file-download.js';

/** Reads an answer as the content of a file. */
export const openDownload: ReadAnswer<FileDownload> = async (response, attempt) => {
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
