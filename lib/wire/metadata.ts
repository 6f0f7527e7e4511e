/** What the request is for. */
export interface Metadata {
  /** An opaque id of your user, at most 256 characters; never a name or an address. */
  readonly user_id?: string | null | undefined;
}
