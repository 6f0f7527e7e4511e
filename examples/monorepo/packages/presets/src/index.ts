import { ClaudeModel, MessagesRequestBuilder, text } from 'clust';

/** The preset for customer support at Acme. */
export const support = MessagesRequestBuilder.create(ClaudeModel.Sonnet5_5)
  .maxTokens(1024)
  .system([text('You answer the customers of Acme, briefly and in plain words.').cached('1h')])
  .effort('low');

/** The support preset with a tool that finds orders. */
export const orders = support.tools({
  name: 'find_order',
  description: 'Finds an order by its number.',
  input_schema: { type: 'object', properties: { number: { type: 'string' } }, required: ['number'] },
});

/** A request to summarize a text in one sentence. */
export function summary(of: string) {
  return MessagesRequestBuilder.create(ClaudeModel.Haiku5_5).maxTokens(256).user(`In one sentence: ${of}`);
}
