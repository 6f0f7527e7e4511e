import { type TemperatureRefusal, temperatureRefusal } from '../../values/temperature.js';
import { range } from '../range.js';
import type { Rule } from './rule.js';

/**
 * `temperature` is between 0 and 1.
 *
 * @source https://platform.claude.com/docs/en/api/messages
 * @fix Use a value from 0 to 1.
 */
export const temperatureRange: Rule = /* @__PURE__ */ range(
  'temperature-range',
  'temperature',
  temperatureRefusal,
);

/** Refuses a literal temperature that is out of range. */
export type TemperatureRange<N> = N extends number ? TemperatureRefusal<N> : never;
