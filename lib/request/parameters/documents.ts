/** What the client asks about documents: whether the assistant says one. */
export type DocumentPatch<Content> = Content extends readonly (infer Block)[]
  ? SaidDocument<Block>
  : SaidDocument<Content>;

type SaidDocument<Block> = [Extract<Block, { readonly type: 'document' }>] extends [never]
  ? unknown
  : { readonly assistantDocuments: true };
