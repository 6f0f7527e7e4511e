/**
 * An environment variable without the white space around it; an empty string if it is not set. Browsers have no
 * `process`, some edge runtimes have one without `env`, and Deno may forbid access.
 */
export function variable(name: string): string {
  try {
    return globalThis.process?.env?.[name]?.trim() ?? '';
  } catch {
    return '';
  }
}
