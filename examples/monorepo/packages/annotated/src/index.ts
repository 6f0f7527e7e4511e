import { MessagesRequestBuilder } from 'clust';

/** The preset for customer support at Acme. */
export const support: MessagesRequestBuilder<{ model: 'claude-sonnet-5-5'; maxTokens: 1024; effort: 'low' }> =
  MessagesRequestBuilder.create('claude-sonnet-5-5')
    .maxTokens(1024)
    .system('You answer the customers of Acme, briefly and in plain words.')
    .effort('low');
