/** What other steps and the client ask about citations: on text of the user, and of documents and search results. */
export type CitationPatch<Content> = Content extends readonly (infer Block)[]
  ? BlockCitations<Block>
  : BlockCitations<Content>;

type BlockCitations<Block> = ([Extract<Block, CitedText>] extends [never]
  ? unknown
  : { readonly userCitations: true }) &
  ([Extract<Block, CitedSource>] extends [never] ? unknown : { readonly citations: true });

interface CitedText {
  readonly type: 'text';
  readonly citations: readonly [unknown, ...unknown[]];
}

interface CitedSource {
  readonly citations: { readonly enabled: true };
}
