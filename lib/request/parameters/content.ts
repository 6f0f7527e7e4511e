import type { BlankRefusal } from '../../content/blank-text.js';
import type { Because } from '../../wire/because.js';

/** What one turn may hold before any rule: text, one block, or blocks. */
export type ContentArgument<Block> = string | Block | readonly Block[];

/** Why literal content is refused; `never` for content whose text is only known at run time. */
export type RefusedContent<Content> = Content extends string
  ? BlankRefusal<Content>
  : Content extends readonly []
    ? EmptyContent
    : Content extends readonly (infer Block)[]
      ? RefusedBlock<Block>
      : RefusedBlock<Content>;

export type EmptyContent = 'a turn needs content: give it text or a block';

type RefusedBlock<Block> = Block extends { readonly type: 'text'; readonly text: infer Text extends string }
  ? BlankRefusal<Text>
  : never;

/** Refused content with the sentence in place of each text at fault. */
export type MarkedContent<Content> = Content extends string | readonly []
  ? Because<RefusedContent<Content>>
  : Content extends readonly unknown[]
    ? { readonly [Index in keyof Content]: MarkedBlock<Content[Index]> }
    : MarkedBlock<Content>;

type MarkedBlock<Block> = [RefusedBlock<Block>] extends [never]
  ? Block
  : { readonly type: 'text'; readonly text: Because<RefusedBlock<Block>> };
