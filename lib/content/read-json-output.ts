import { ParseError, type ParseErrorReason } from '../errors/parse-error.js';
import type { MessageBody } from '../wire/message-body.js';
import { isTextBlock } from './block-guards.js';

/** Reads the structured output of a response. */
export type ReadOutput = (response: MessageBody) => unknown;

/**
 * The JSON of a response: all of its text, or its last text block if the model wrote something before it.
 *
 * @throws {ParseError} With the response, if it was cut off or refused, or if the text is not valid JSON.
 */
export function readJsonOutput(response: MessageBody): unknown {
  const texts = response.content.filter(isTextBlock).map(({ text }) => text);
  let cause: unknown;
  for (const json of new Set([texts.join(''), ...texts.slice(-1)])) {
    try {
      return JSON.parse(json);
    } catch (error) {
      cause = error;
    }
  }
  const [reason, message] = whyNoJson(response);
  throw new ParseError(message, { reason, response }, { cause });
}

function whyNoJson({ stop_reason }: MessageBody): [ParseErrorReason, string] {
  switch (stop_reason) {
    case 'max_tokens':
      return ['truncated', 'the answer was cut off at max_tokens: raise maxTokens()'];
    case 'model_context_window_exceeded':
      return [
        'truncated',
        'the answer was cut off because the context window is full: shorten the conversation',
      ];
    case 'refusal':
      return ['refusal', 'the model refused to answer: see stop_details'];
    default:
      return ['invalid', 'the answer is not JSON: see its text'];
  }
}
