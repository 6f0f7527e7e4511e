/** The metadata of a file. Timestamps are RFC 3339. */
export interface FileObject {
  /** For example `file_01A…`. Used in `image({ file_id })`, `document({ file_id })` and `container_upload` blocks. */
  readonly id: string;
  readonly type: 'file';
  readonly filename: string;
  readonly mime_type: string;
  readonly size_bytes: number;
  readonly created_at: string;
  /** Only files that tools or skills created can be downloaded. */
  readonly downloadable?: boolean | undefined;
  readonly expires_at?: string | null | undefined;
}

/** The answer to the deletion of a file. */
export interface DeletedFile {
  readonly id: string;
  readonly type: 'file_deleted';
}
