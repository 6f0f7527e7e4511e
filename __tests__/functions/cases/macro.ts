// The functions that the tests of the crate's macro are about, one for each of its cases.

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
 * Gives a number back.
 *
 * @param value The number; 0 if it is left out. {@integer}
 */
export function optionalArgument(value?: number): number {
  return value ?? 0;
}

/**
 * Sums up numbers.
 *
 * @param values The numbers to sum up.
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
 * Increments a number, later.
 *
 * @param value The number to increment. {@integer}
 */
export async function asynchronous(value: number): Promise<number> {
  return value + 1;
}

/**
 * Gives a number back that is not negative.
 *
 * @param value The number. {@integer}
 */
export function resultOrError(value: number): number {
  if (value < 0) throw new RangeError('value is negative');
  return value;
}

/**
 * Gives a number back that is not negative, later.
 *
 * @param value The number. {@integer}
 */
export async function asynchronousResult(value: number): Promise<number> {
  return resultOrError(value);
}

/**
 * Notes a text.
 *
 * @param text What to note.
 */
export function noReturnValue(text: string): void {
  notes.push(text);
}

export const notes: string[] = [];
