import { blankText } from './blank-text.js';
import { cacheBreakpoints } from './cache-breakpoints.js';
import { cacheTtlOrder } from './cache-ttl-order.js';
import { conversation } from './conversation.js';
import { effortCeiling } from './effort-ceiling.js';
import { effortLevel } from './effort-level.js';
import { forcedToolChoice } from './forced-tool-choice.js';
import { maxTokens } from './max-tokens.js';
import { maxTokensZero } from './max-tokens-zero.js';
import { prefill } from './prefill.js';
import type { Rule } from './rule.js';
import { samplingByModel } from './sampling-by-model.js';
import { samplingOneOf } from './sampling-one-of.js';
import { samplingWithThinking } from './sampling-with-thinking.js';
import { speedOfModel } from './speed-of-model.js';
import { stopSequence } from './stop-sequence.js';
import { structuredOutputOfModel } from './structured-output-of-model.js';
import { temperatureRange } from './temperature-range.js';
import { thinkingBudget } from './thinking-budget.js';
import { thinkingType } from './thinking-type.js';
import { thinkingWithForcedTool } from './thinking-with-forced-tool.js';
import { toolChoiceTool } from './tool-choice-tool.js';
import { toolName } from './tool-name.js';
import { toolNamesUnique } from './tool-names-unique.js';
import { topKRange } from './top-k-range.js';
import { topPRange } from './top-p-range.js';

/** Every rule, in the order in which problems are reported. */
export const rules: readonly Rule[] = [
  maxTokens,
  maxTokensZero,
  conversation,
  blankText,
  prefill,
  samplingByModel,
  samplingOneOf,
  samplingWithThinking,
  temperatureRange,
  topPRange,
  topKRange,
  thinkingType,
  thinkingBudget,
  thinkingWithForcedTool,
  effortLevel,
  effortCeiling,
  structuredOutputOfModel,
  toolName,
  toolNamesUnique,
  toolChoiceTool,
  forcedToolChoice,
  cacheBreakpoints,
  cacheTtlOrder,
  speedOfModel,
  stopSequence,
];
