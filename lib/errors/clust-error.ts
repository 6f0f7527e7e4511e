/**
 * The base class of every error that clust throws. Catch it to tell clust's errors from your own.
 *
 * Two marks, `Symbol.for('clust.error.ClustError')` and `Symbol.for('clust.error.<Name>')`, let the guards
 * (`isClustError`, `isApiError`, …) recognize an error of another copy of the package, where `instanceof` fails.
 */
export abstract class ClustError extends Error {
  /** The class of the error. It is safe to switch on, even in minified code. */
  override get name(): string {
    return 'ClustError';
  }

  /** Copies `facts` to the fields of the error; each subclass declares them. */
  constructor(message: string, facts: object, options?: ErrorOptions) {
    super(message, options);
    Object.assign(this, facts);
    // Not enumerable: a logged error shows its facts, not its marks. `name` is on the subclass's prototype, so it is
    // available here, and the stack starts with it.
    for (const name of ['ClustError', this.name]) {
      Object.defineProperty(this, Symbol.for(`clust.error.${name}`), { value: true });
    }
  }
}
