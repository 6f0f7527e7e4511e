// One function for each test of the macro of the crate.

/** Answers the ultimate question. */
export function noArgument(): number {
  return 42;
}

/**
 * Increments a number.
 *
 * @param value The number to increment. {@integer}
 */
export function oneArgument(value: number): number {
  return value + 1;
}

/**
 * Adds two numbers.
 *
 * @param left The first number. {@integer}
 * @param right The second number. {@integer}
 */
export function severalArguments(left: number, right: number): number {
  return left + right;
}

/**
 * Returns a number.
 *
 * @param value The number. Defaults to 0. {@integer}
 */
export function optionalArgument(value?: number): number {
  return value ?? 0;
}

/**
 * Adds up numbers.
 *
 * @param values The numbers to add up.
 */
export function arrayArgument(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

export enum Unit {
  Celsius = 'celsius',
  Fahrenheit = 'fahrenheit',
}

/**
 * Names the freezing point of water.
 *
 * @param unit The unit of the temperature.
 */
export function enumArgument(unit: Unit): string {
  return unit === Unit.Celsius ? '0' : '32';
}

interface Increment {
  /**
   * The number to increment.
   * @integer
   */
  value: number;
}

/** Increments the number of an object. */
export function structArgument(increment: Increment): Increment {
  return { value: increment.value + 1 };
}

/**
 * Increments a number asynchronously.
 *
 * @param value The number to increment. {@integer}
 */
export async function asynchronous(value: number): Promise<number> {
  return value + 1;
}

/**
 * Returns a number that is not negative.
 *
 * @param value The number. {@integer}
 */
export function resultOrError(value: number): number {
  if (value < 0) throw new RangeError('value is negative');
  return value;
}

/**
 * Returns a number that is not negative, asynchronously.
 *
 * @param value The number. {@integer}
 */
export async function asynchronousResult(value: number): Promise<number> {
  return resultOrError(value);
}

/**
 * Saves a note.
 *
 * @param text The text of the note.
 */
export function noReturnValue(text: string): void {
  notes.push(text);
}

export const notes: string[] = [];
