/**
 * A variable of the environment without the white space around it; empty where there is none. Browsers have no `process`,
 * some edge runtimes one without `env`, and Deno may forbid to read it.
 */
export function variable(name: string): string {
  try {
    return globalThis.process?.env?.[name]?.trim() ?? '';
  } catch {
    return '';
  }
}
