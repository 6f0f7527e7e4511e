/** Options of `MessagesRequestBuilder.create()`. */
export interface CreateOptions {
  /**
   * What to do with a model that this release does not know. Default: `'refuse'`. With `'keep'` the rules for every
   * model apply, and the API decides the rest.
   */
  readonly unknownModel?: 'refuse' | 'keep' | undefined;
}
