// Functions with every supported type of parameter.

import type { ToolContext } from 'clust';

export type Weekday = 'monday' | 'friday';

/** A place on the map. */
export interface Place {
  /** Its name in English. */
  readonly name: string;
  /**
   * Degrees north.
   * @minimum -90
   * @maximum 90
   */
  latitude?: number;
}

/** A node of an outline. */
interface Outline {
  /** Its title. */
  title: string;
  /** The nodes below it. */
  parts: Outline[];
}

/**
 * A share.
 * @minimum 0
 * @maximum 1
 */
export type Share = number;

export interface Page<Item> {
  items: Item[];
  total: number | null;
}

type PostalCode = string & { readonly brand: 'PostalCode' };

/**
 * Takes the types of JSON.
 *
 * @param text A text. {@minLength 1} {@pattern ^[a-z]+$}
 * @param count A number, {@integer} {@minimum 1} {@maximum 9}.
 * @param isUrgent Whether it is urgent.
 * @param day A day of the week.
 * @param nothing A text, or null.
 * @param anything Any value.
 */
export function takePrimitives(
  text: string,
  count: number,
  isUrgent: boolean,
  day: Weekday,
  nothing: string | null,
  anything: unknown,
): unknown {
  return { text, count, isUrgent, day, nothing, anything };
}

/**
 * Takes objects and lists.
 *
 * @param from The start of the route.
 * @param to The end of the route.
 * @param shares The shares of a pie.
 * @param prices Prices by symbol.
 * @param page A page of places.
 * @param filter A filter by day or by name.
 * @param both A name and a size.
 */
export function takeStructures(
  from: Place,
  to: Place,
  shares: Share[],
  prices: Record<string, number>,
  page: Page<Place>,
  filter: { by: 'day'; day: Weekday } | { by: 'name'; name: string },
  both: { name: string } & { size: number },
): unknown {
  return { from, to, shares, prices, page, filter, both };
}

/** Takes an object that contains itself. */
export function takeOutline(outline: Outline): string {
  return [outline.title, ...outline.parts.map(takeOutline)].join(' > ');
}

/**
 * Takes types that JSON Schema describes only in part.
 *
 * @param point Two numbers.
 * @param id An id.
 * @param code A postal code.
 * @param range The ends of a range. Either may be undefined.
 */
export function takeInexact(
  point: [x: number, y: number],
  id: `id-${number}`,
  code: PostalCode,
  range: { from: number | undefined; to: number | undefined },
): unknown {
  return { point, id, code, range };
}

/**
 * Takes optional parameters.
 *
 * @param unit The unit.
 * @param days The number of days. {@integer}
 * @param place A place.
 * @param labels Labels.
 * @param rest More labels.
 */
export function takeOptional(
  unit: 'celsius' | 'fahrenheit' = 'celsius',
  days = 3,
  place?: Place,
  labels: string | undefined = undefined,
  ...rest: string[]
): unknown {
  return { unit, days, place, labels, rest };
}

/**
 * Takes a destructured object.
 *
 * @param query.city The city.
 * @param query.days The number of days. {@integer}
 */
export async function takeParts(
  { city, days = 1 }: { city: string; days?: number },
  { signal }: ToolContext,
): Promise<unknown> {
  return { city, days, isAborted: signal.aborted };
}
