import { afterAll, expect, test } from '@jest/globals';
import { generate, Sources } from './support.js';

const sources = new Sources();
afterAll(() => sources.remove());

/** The generated module of a file, without line breaks and indents. */
const flat = (code: string) => generate(sources.write('f.ts', code)).replace(/\s+/g, ' ');

test('a doc comment of a property may stand on the line of other code', () => {
  const types = (newLine: string) => `
type Payment = { kind: 'card';${newLine} /** Last four digits. @pattern ^\\d{4}$ */ last4: string } | { kind: 'cash' };
interface Order {${newLine} /** The id, see {@link Payment} and {@link https://example.com the shop}. */ id: string;${newLine} /** Pieces. */ readonly count: number }
/**
 * Pays.
 * @param payment How.
 * @param order What.
 */
export function pay(payment: Payment, order: Order) {}
`;
  const inline = flat(types(''));
  expect(inline).toBe(flat(types('\n')));
  expect(inline).toContain("description: 'Last four digits.', pattern: '^\\\\d{4}$'");
  expect(inline).toContain("count: { type: 'number', description: 'Pieces.' }");
});

test('a comment at the end of a line does not describe the property of the next line', () => {
  const code = flat(`
interface Order {
  id: string; /** The id. */
  /* Not a doc comment. */ count: number
}
/**
 * Orders.
 * @param order What.
 * @param note Why.
 */
export function order(order: Order, note: string) {}
`);
  expect(code).toContain("id: { type: 'string' }, count: { type: 'number' }");
});

test('a destructured parameter has the defaults of its properties', () => {
  const code = flat(`
enum Unit { Celsius = 'c', Fahrenheit = 'f' }
const DAYS = 3;
/**
 * Forecasts.
 * @param query.city Where.
 * @param query.days How many days.
 * @param query.unit In which unit.
 * @param query.hours Which hours.
 * @param query.since Since when.
 */
export function forecast({ city, days = DAYS, unit: as = Unit.Celsius, hours = [6, 18], since = String(Date.now()) }: {
  city: string; days?: number; unit?: Unit; hours?: number[]; since?: string;
}) {}
`);
  expect(code).toContain("days: { type: 'number', default: 3, description: 'How many days.' }");
  expect(code).toMatch(
    /unit: \{ type: 'string', enum: \['c', 'f'\], default: 'c', description: 'In which unit\.',? \}/,
  );
  expect(code).toMatch(/default: \[6, 18\]/);
  expect(code).toMatch(/since: \{ type: 'string', description: 'Since when\.' \}/);
});

test('the default of a parameter may be a constant or a member of an enum', () => {
  const code = flat(`
enum Unit { Celsius = 'c', Fahrenheit = 'f' }
const limits = { days: 7 } as const;
/**
 * Forecasts.
 * @param unit In which unit.
 * @param days How many days.
 */
export function forecast(unit: Unit = Unit.Fahrenheit, days = limits.days) {}
`);
  expect(code).toContain("default: 'f'");
  expect(code).toContain('default: 7');
});
