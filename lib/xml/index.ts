// The public exports of `clust/xml`: function calling through the prompt.

// Calls in an answer
export type { AnswerPart, ExtractOptions } from './answer/answer-part.js';
export { type ExtractedCalls, extractFunctionCalls } from './answer/extract-function-calls.js';
export { streamFunctionCalls } from './answer/stream-function-calls.js';
// Conversations with tools
export { type CallFunctionsOptions, callFunctions, type FunctionCall } from './calling/call-functions.js';
export { describeTool } from './calling/describe-tool.js';
export type {
  AnswerMessage,
  FunctionCallClient,
  FunctionCallOptions,
} from './calling/function-call-client.js';
export { functionCallingPrompt } from './calling/function-calling-prompt.js';
export {
  type FunctionCallsOutcome,
  type RunFunctionCallsOptions,
  runFunctionCalls,
} from './calling/run-function-calls.js';
export type { CallContext, ToolLike } from './calling/tool-like.js';
// The elements of the dialect: each is a codec, and the type of its values
export { FunctionCalls } from './dialect/function-calls.js';
export { FunctionResult } from './dialect/function-result.js';
export { FunctionResults } from './dialect/function-results.js';
export { Invoke } from './dialect/invoke.js';
export { Parameter } from './dialect/parameter.js';
export { Parameters } from './dialect/parameters.js';
export { ToolDescription } from './dialect/tool-description.js';
export { Tools } from './dialect/tools.js';
export { Vector } from './dialect/vector.js';

export type { CallParameters, ParameterValue } from './document/call-parameters.js';
export type { XmlCodec } from './document/codec.js';
