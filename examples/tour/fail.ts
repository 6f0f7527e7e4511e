import { type Client, defineModel, isApiError, MessagesRequestBuilder, type Usage } from 'clust';

export async function fail(client: Client): Promise<readonly Usage[]> {
  const model = defineModel({ id: 'claude-nonesuch', maxOutputTokens: 4096 });
  const request = MessagesRequestBuilder.create(model).maxTokens(1024).user('Are you there?').build();

  try {
    await client.createMessage(request);
  } catch (error) {
    if (!isApiError(error, 'not_found_error')) throw error;
    const { message, status, retryable, attempts } = error;
    console.log(message);
    console.log({ status, retryable, attempts });
  }

  return [];
}
