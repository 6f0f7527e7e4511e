import { advisor } from './advisor.js';
import { blankText } from './blank-text.js';
import { blockRoles } from './block-roles.js';
import { cacheAutomatic } from './cache-automatic.js';
import { cacheBreakpoints } from './cache-breakpoints.js';
import { cacheControl } from './cache-control.js';
import { cacheTtlOrder } from './cache-ttl-order.js';
import { citationsAgree } from './citations-agree.js';
import { citationsByVersion } from './citations-by-version.js';
import { citationsWithFormat } from './citations-with-format.js';
import { clearAt } from './clear-at.js';
import { clearThinking } from './clear-thinking.js';
import { compaction } from './compaction.js';
import { computerTool } from './computer-tool.js';
import { computerToolset } from './computer-toolset.js';
import { conversation } from './conversation.js';
import { deferredTools } from './deferred-tools.js';
import { documentsByVersion } from './documents-by-version.js';
import { domains } from './domains.js';
import { effortCeiling } from './effort-ceiling.js';
import { effortLevel } from './effort-level.js';
import { fallbackOfModel } from './fallback-of-model.js';
import { fallbacks } from './fallbacks.js';
import { forcedToolChoice } from './forced-tool-choice.js';
import { images } from './images.js';
import { inferenceGeo } from './inference-geo.js';
import { inputExamples } from './input-examples.js';
import { maxTokens } from './max-tokens.js';
import { maxTokensZero } from './max-tokens-zero.js';
import { mcpToolset } from './mcp-toolset.js';
import { mediaOfModel } from './media-of-model.js';
import { messageEffort } from './message-effort.js';
import { pausedTools } from './paused-tools.js';
import { prefill } from './prefill.js';
import { programmaticCalls } from './programmatic-calls.js';
import { requestSize } from './request-size.js';
import type { Rule } from './rule.js';
import { samplingByModel } from './sampling-by-model.js';
import { samplingByVersion } from './sampling-by-version.js';
import { samplingOneOf } from './sampling-one-of.js';
import { samplingWithThinking } from './sampling-with-thinking.js';
import { skills } from './skills.js';
import { speedOfModel } from './speed-of-model.js';
import { stopSequence } from './stop-sequence.js';
import { strictLimits } from './strict-limits.js';
import { strictSchema } from './strict-schema.js';
import { structuredOutputOfModel } from './structured-output-of-model.js';
import { systemMessages } from './system-messages.js';
import { taskBudget } from './task-budget.js';
import { temperatureRange } from './temperature-range.js';
import { thinkingBudget } from './thinking-budget.js';
import { thinkingFields } from './thinking-fields.js';
import { thinkingFirst } from './thinking-first.js';
import { thinkingLast } from './thinking-last.js';
import { thinkingType } from './thinking-type.js';
import { thinkingWithForcedTool } from './thinking-with-forced-tool.js';
import { toolChoiceTool } from './tool-choice-tool.js';
import { toolInputSchema } from './tool-input-schema.js';
import { toolName } from './tool-name.js';
import { toolNamesUnique } from './tool-names-unique.js';
import { toolOfModel } from './tool-of-model.js';
import { toolReferences } from './tool-references.js';
import { toolResults } from './tool-results.js';
import { toolsetResults } from './toolset-results.js';
import { topKRange } from './top-k-range.js';
import { topPRange } from './top-p-range.js';
import { userId } from './user-id.js';

/** Every rule that a builder may break, in the order in which problems are reported. */
export const builderRules: readonly Rule[] = [
  maxTokens,
  maxTokensZero,
  conversation,
  blockRoles,
  blankText,
  toolResults,
  toolsetResults,
  pausedTools,
  systemMessages,
  clearAt,
  thinkingLast,
  thinkingFirst,
  prefill,
  samplingByModel,
  samplingByVersion,
  samplingOneOf,
  samplingWithThinking,
  temperatureRange,
  topPRange,
  topKRange,
  thinkingType,
  thinkingFields,
  thinkingBudget,
  thinkingWithForcedTool,
  effortLevel,
  effortCeiling,
  messageEffort,
  structuredOutputOfModel,
  citationsWithFormat,
  citationsAgree,
  citationsByVersion,
  documentsByVersion,
  toolName,
  toolNamesUnique,
  toolInputSchema,
  inputExamples,
  domains,
  toolOfModel,
  computerTool,
  computerToolset,
  advisor,
  programmaticCalls,
  mcpToolset,
  skills,
  deferredTools,
  toolReferences,
  strictLimits,
  strictSchema,
  toolChoiceTool,
  forcedToolChoice,
  cacheBreakpoints,
  cacheTtlOrder,
  cacheAutomatic,
  cacheControl,
  compaction,
  clearThinking,
  speedOfModel,
  fallbacks,
  fallbackOfModel,
  inferenceGeo,
  stopSequence,
  images,
  mediaOfModel,
  userId,
  requestSize,
  taskBudget,
];
