/**
 * The base of every error that leaves clust. Catch it to tell our failures from your own.
 *
 * Two marks, `Symbol.for('clust.error.ClustError')` and `Symbol.for('clust.error.<Name>')`, let the guards
 * (`isClustError`, `isApiError`, …) recognise an error that another copy of the package threw, where `instanceof` fails.
 */
export abstract class ClustError extends Error {
  /** The class of the error: safe to switch on, also in minified code. */
  override get name(): string {
    return 'ClustError';
  }

  /** The facts become the fields of the error; a leaf declares them. */
  constructor(message: string, facts: object, options?: ErrorOptions) {
    super(message, options);
    Object.assign(this, facts);
    // Not enumerable: a logged error shows its facts, not its marks. A leaf answers `name` from its prototype,
    // so it is known here already, and the stack starts with it.
    for (const name of ['ClustError', this.name]) {
      Object.defineProperty(this, Symbol.for(`clust.error.${name}`), { value: true });
    }
  }
}
