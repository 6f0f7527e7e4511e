/** What can be said of a new builder. */
export interface CreateOptions {
  /**
   * What to do with a model that this release does not know: `'refuse'` unless said otherwise. One that is kept is held
   * to the rules that hold for every model; the API has the last word.
   */
  readonly unknownModel?: 'refuse' | 'keep' | undefined;
}
