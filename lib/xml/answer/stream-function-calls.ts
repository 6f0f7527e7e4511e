import type { AnswerPart, ExtractOptions } from './answer-part.js';
import { Extractor } from './extractor.js';

/**
 * Finds the calls in an answer while it comes: gives prose at once, but for what may be the beginning of a call, and
 * each call as soon as it is complete.
 *
 * @throws {XmlError} when a block is malformed, or the text ends inside of one; and what `text` throws
 *
 * @example
 * ```ts
 * import { Client, MessagesRequestBuilder } from 'clust';
 * import { streamFunctionCalls } from 'clust/xml';
 *
 * const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024).user('Hello!').build();
 * const stream = Client.fromEnv().createMessageStream(request);
 *
 * for await (const part of streamFunctionCalls(stream.textStream())) {
 *   if (part.type === 'prose') process.stdout.write(part.text);
 *   else console.log(part.call.tool_name, part.call.parameters);
 * }
 * ```
 */
export async function* streamFunctionCalls(
  text: AsyncIterable<string> | Iterable<string>,
  options: ExtractOptions = {},
): AsyncGenerator<AnswerPart, void, undefined> {
  const extractor = new Extractor();
  for await (const piece of text) yield* extractor.write(piece);
  yield* extractor.end(options);
}
