import { ValidationError } from '../errors/validation-error.js';

/** A variable of the environment without the white space around it; an empty one is as good as none. */
export function variable(name: string): string | undefined {
  return process.env[name]?.trim() || undefined;
}

/** A text that says something. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** @throws {ValidationError} For a setting of a credential. */
export function refuse(path: string, message: string): never {
  throw new ValidationError([{ path, rule: 'credential', message }]);
}
