import { ClaudeModel, MessagesRequestBuilder, text } from 'clust';

/** How all of Acme speaks to customers. */
export const support = MessagesRequestBuilder.create(ClaudeModel.Sonnet5_5)
  .maxTokens(1024)
  .system([text('You answer the customers of Acme, briefly and in plain words.').cached('1h')])
  .effort('low');

/** The same, with a look into the orders. */
export const orders = support.tools({
  name: 'find_order',
  description: 'Finds an order by its number.',
  input_schema: { type: 'object', properties: { number: { type: 'string' } }, required: ['number'] },
});

/** Says in a sentence what a text is about. */
export function summary(of: string) {
  return MessagesRequestBuilder.create(ClaudeModel.Haiku5_5).maxTokens(256).user(`In one sentence: ${of}`);
}
