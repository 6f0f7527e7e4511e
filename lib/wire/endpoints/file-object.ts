/** A file as the API describes it. Timestamps are RFC 3339. */
export interface FileObject {
  /** Such as `file_01A…`: what `image({ file_id })`, `document({ file_id })` and `container_upload` blocks take. */
  readonly id: string;
  readonly type: 'file';
  readonly filename: string;
  readonly mime_type: string;
  readonly size_bytes: number;
  readonly created_at: string;
  /** Only files that tools or skills made can be downloaded. */
  readonly downloadable?: boolean | undefined;
  readonly expires_at?: string | null | undefined;
}

/** The answer to the deletion of a file. */
export interface DeletedFile {
  readonly id: string;
  readonly type: 'file_deleted';
}
