import { isBytes } from '../../content/bytes.js';
import { type Problem, ValidationError } from '../../errors/validation-error.js';
import type { TransportConfig } from '../../transport/transport-config.js';
import type { FileObject } from '../../wire/endpoints/file-object.js';
import type { HasHttp } from '../../wire/http.js';
import { callObject } from '../call-json.js';
import { multipart } from '../multipart/multipart.js';
import type { FileSource, UploadOptions } from './files.js';

/** `POST /v1/files`. */
export async function uploadFile(
  config: TransportConfig,
  source: FileSource,
  { filename: given, mediaType, expires_in_seconds, ...options }: UploadOptions = {},
): Promise<FileObject & HasHttp> {
  const filename = given ?? nameOf(source);
  const problems = [
    ...sourceProblems(source),
    ...nameProblems(filename),
    ...expiryProblems(expires_in_seconds),
  ];
  if (problems.length > 0) throw new ValidationError(problems);
  const form = multipart({ file: { source, filename: `${filename}`, mediaType }, expires_in_seconds });
  return callObject<FileObject>(config, { ...options, ...form, method: 'POST', path: '/v1/files' }, 'a file');
}

/** The name of a `File`. */
function nameOf(source: unknown): unknown {
  return typeof source === 'object' && source !== null && 'name' in source ? source.name : undefined;
}

function sourceProblems(source: unknown): readonly Problem[] {
  const isStream = (value: object) =>
    'getReader' in value || 'arrayBuffer' in value || Symbol.asyncIterator in value;
  if (isBytes(source) || (typeof source === 'object' && source !== null && isStream(source))) return [];
  const hint = typeof source === 'string' ? ': a path goes through fileFromPath() of clust/node' : '';
  const message = `the content of a file is bytes, a Blob or a stream, not ${typeof source}${hint}`;
  return [{ path: 'source', rule: 'file-source', message }];
}

/** The API keeps the part after the last slash. */
function nameProblems(filename: unknown): readonly Problem[] {
  const name = typeof filename === 'string' ? filename.replace(/^.*[\\/]/s, '') : undefined;
  const message =
    name === undefined
      ? 'a file needs a filename, since its content has none'
      : name.length < 1 || name.length > 255
        ? `a filename has 1 to 255 characters, not ${name.length}`
        : /[<>:"|?*\p{Cc}]/u.test(name)
          ? `a filename has no < > : " | ? * and no control characters: ${JSON.stringify(name)}`
          : undefined;
  return message === undefined ? [] : [{ path: 'filename', rule: 'filename', message }];
}

const HOUR = 3_600;
const DAYS_90 = 7_776_000;

function expiryProblems(seconds: number | undefined): readonly Problem[] {
  if (seconds === undefined || (Number.isInteger(seconds) && seconds >= HOUR && seconds <= DAYS_90))
    return [];
  const message = `a file expires after ${HOUR} to ${DAYS_90} whole seconds, not ${seconds}`;
  return [{ path: 'expires_in_seconds', rule: 'file-expiry', message }];
}
