/** The initial code of the playground: a request with one mistake. */
export const example = `import { MessagesRequestBuilder } from 'clust';

const request = MessagesRequestBuilder.create('claude-opus-5-5')
  .maxTokens(200_000)
  .system('You are an excellent AI assistant.')
  .user('Where is the capital of France?')
  .build();
`;

const created = /(MessagesRequestBuilder\s*\.create\(\s*)(['"])([^'"]*)\2/;

/** The model id in the code. */
export const modelIn = (code) => created.exec(code)?.[3];

export const withModel = (code, model) => code.replace(created, `$1$2${model}$2`);
