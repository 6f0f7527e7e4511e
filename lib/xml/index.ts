// The public map of `clust/xml`: function calling through the prompt.

// Calls in an answer
export type { AnswerPart, ExtractOptions } from './answer-part.js';
export type { CallParameters, ParameterValue } from './call-parameters.js';
export type { XmlCodec } from './codec.js';
export { type ExtractedCalls, extractFunctionCalls } from './extract-function-calls.js';
// The elements of the dialect: each is a codec, and the type of its values
export { FunctionCalls } from './function-calls.js';
export { FunctionResult } from './function-result.js';
export { FunctionResults } from './function-results.js';
export { Invoke } from './invoke.js';
export { Parameter } from './parameter.js';
export { Parameters } from './parameters.js';
export { streamFunctionCalls } from './stream-function-calls.js';
export { ToolDescription } from './tool-description.js';
export { Tools } from './tools.js';
export { Vector } from './vector.js';
