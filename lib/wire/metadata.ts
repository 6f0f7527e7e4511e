/** Information about the request. */
export interface Metadata {
  /** An opaque id of your user, at most 256 characters. It must not be a name or an address. */
  readonly user_id?: string | null | undefined;
}
