/** What the client asks about documents: whether the assistant says one. */
export type DocumentPatch<Content> = [
  Extract<Content extends readonly (infer Block)[] ? Block : Content, { readonly type: 'document' }>,
] extends [never]
  ? unknown
  : { readonly assistantDocuments: true };
