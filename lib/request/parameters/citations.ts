/** What other steps and the client ask about citations: on text of the user, and of documents and search results. */
export type CitationPatch<Content> = BlockCitations<
  Content extends readonly (infer Block)[] ? Block : Content
>;

/** Of all blocks at once, whatever turns they are from: none cites where there are none. */
type BlockCitations<Block> = ([Extract<TextIn<Block>, CitedText>] extends [never]
  ? unknown
  : { readonly userCitations: true }) &
  ([Extract<Block, CitedSource>] extends [never] ? unknown : { readonly citations: true });

/** A block, and the text that a search result holds. */
type TextIn<Block> =
  | Block
  | (Block extends { readonly type: 'search_result'; readonly content: readonly (infer Text)[] }
      ? Text
      : never);

interface CitedText {
  readonly type: 'text';
  readonly citations: readonly [unknown, ...unknown[]];
}

interface CitedSource {
  readonly citations: { readonly enabled: true };
}
