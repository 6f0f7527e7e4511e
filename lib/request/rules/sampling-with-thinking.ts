import type { ThinkingType } from '../../models/model-spec.js';
import type { Rule } from './rule.js';

/**
 * With thinking, `temperature` must be 1, `top_p` at least 0.95, and `top_k` must be left out.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/thinking#sampling-parameters
 * @fix Remove the sampling parameters, or turn thinking off.
 */
export const samplingWithThinking: Rule = {
  id: 'sampling-with-thinking',
  check({ body, spec }, refuse) {
    const type = body.thinking?.type;
    if (type === undefined || type === 'disabled' || spec?.sampling === 'rejected') return;
    const { temperature, top_p, top_k } = body;
    if (temperature !== undefined && temperature !== 1) refuse('temperature', temperatureSentence(type));
    if (top_p !== undefined && top_p < 0.95) refuse('top_p', topPSentence(type));
    if (top_k !== undefined) refuse('top_k', topKSentence(type));
  },
};

const temperatureSentence = <T extends string>(type: T) =>
  `with thinking ${type} temperature may only be 1: leave it out` as const;
const topPSentence = <T extends string>(type: T) =>
  `with thinking ${type} top_p must be between 0.95 and 1: leave it out` as const;
const topKSentence = <T extends string>(type: T) => `with thinking ${type} top_k must be left out` as const;

/** Refuses the sampling parameters that a thinking type excludes. */
export type SamplingWithThinking<Type, Temperature, TopP, TopK> = [Temperature | TopP | TopK] extends [never]
  ? never
  : Type extends Exclude<ThinkingType, 'disabled'>
    ? TemperatureRefused<Type, Temperature> | TopPRefused<Type, TopP> | TopKRefused<Type, TopK>
    : never;

type TemperatureRefused<Type extends string, N> = N extends 1
  ? never
  : N extends number
    ? number extends N
      ? never
      : ReturnType<typeof temperatureSentence<Type>>
    : never;

type TopPRefused<Type extends string, N> = N extends number
  ? number extends N
    ? never
    : `${N}` extends '1' | `0.9${5 | 6 | 7 | 8 | 9}${string}`
      ? never
      : ReturnType<typeof topPSentence<Type>>
  : never;

type TopKRefused<Type extends string, N> = N extends number ? ReturnType<typeof topKSentence<Type>> : never;
