import type { ThinkingType } from '../../models/model-spec.js';
import type { Rule } from './rule.js';

/**
 * While a model thinks, `temperature` may only be 1, `top_p` at least 0.95, and `top_k` is left out.
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

/** Refuses a state that thinks and sets a sampling parameter that thinking rules out. */
export type SamplingWithThinking<State> = State extends { readonly thinking: { readonly type: infer Type } }
  ? Type extends Exclude<ThinkingType, 'disabled'>
    ? Refused<State, Type>
    : never
  : never;

type Refused<State, Type extends string> =
  | (State extends { readonly temperature: infer T extends number }
      ? T extends 1
        ? never
        : number extends T
          ? never
          : ReturnType<typeof temperatureSentence<Type>>
      : never)
  | (State extends { readonly topP: infer P extends number }
      ? `${P}` extends
          | '1'
          | '0.95'
          | `0.95${number}`
          | `0.96${string}`
          | `0.97${string}`
          | `0.98${string}`
          | `0.99${string}`
        ? never
        : number extends P
          ? never
          : ReturnType<typeof topPSentence<Type>>
      : never)
  | (State extends { readonly topK: number } ? ReturnType<typeof topKSentence<Type>> : never);
