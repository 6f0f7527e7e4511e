import { ValidationError } from '../errors/validation-error.js';

/** An environment variable without the white space around it; `undefined` if it is not set, or empty. */
export function variable(name: string): string | undefined {
  return process.env[name]?.trim() || undefined;
}

/** The text, if the value is a non-empty one. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** @throws {ValidationError} For a credential setting. */
export function refuse(path: string, message: string): never {
  throw new ValidationError([{ path, rule: 'credential', message }]);
}
