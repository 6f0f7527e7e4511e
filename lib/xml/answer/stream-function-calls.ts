import type { AnswerPart, ExtractOptions } from './answer-part.js';
import { Extractor } from './extractor.js';

/**
 * Finds the calls of an answer while it arrives. Prose is yielded at once, except text that may start a block. Calls
 * are yielded at the end, when nothing can follow their block; with `where: 'anywhere'`, each as soon as it is
 * complete.
 *
 * @throws {XmlError} If a block of calls is malformed, or the text ends inside one. Errors of `text` are thrown too.
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
  const extractor = new Extractor(options);
  for await (const piece of text) yield* extractor.write(piece);
  yield* extractor.end(options);
}
