import type { BlankRefusal, blankText } from '../../content/blank-text.js';
import type { Because } from '../../wire/because.js';
import type { AssistantContentBlock } from '../../wire/blocks/assistant-content.js';
import type { DocumentBlockParam } from '../../wire/blocks/document-block.js';
import type { UserContentBlock } from '../../wire/blocks/user-content.js';
import type { MisshapenContent } from '../foreign-shapes.js';
import type { BlockRoles, ForeignType } from '../rules/block-roles.js';
import type { CacheControlOf } from '../rules/cache-control.js';
import type { EmptyContent } from '../rules/conversation.js';

/**
 * The content of a turn before any rule: text, one block, or blocks. Common mistakes are included, so that a sentence
 * refuses them.
 */
export type ContentArgument<Block> = string | Block | readonly Block[] | Misshapen;

type Misshapen = undefined | null | readonly string[] | Wrapped | Answer | Unawaited;

/** A message in place of its content. */
interface Wrapped {
  readonly content: unknown;
  readonly type?: undefined;
}

/** A response in place of its text, or of its role and content. */
export interface Answer {
  readonly type: 'message';
}

/** A promise or promises, or a stream, which resolves to a message. */
type Unawaited = PromiseLike<unknown> | readonly PromiseLike<unknown>[] | { readonly finalMessage: unknown };

type MisshapenRefusal<Content> = MisshapenContent[Content extends undefined | null
  ? 'absent'
  : Content extends Answer
    ? 'answer'
    : Content extends Unawaited
      ? 'unawaited'
      : Content extends Wrapped
        ? 'wrapped'
        : 'texts'];

/** The blocks that `user()` accepts or refuses with a sentence: those of a user, and those of the assistant. */
export type UserBlock = UserContentBlock | { readonly type: ForeignType<'user'> };

/** The same for `assistant()`, with documents, which API versions before 2026-10-21 accept. */
export type AssistantBlock =
  | AssistantContentBlock
  | DocumentBlockParam
  | { readonly type: ForeignType<'assistant'> };

/** The role of the content. The system prompt belongs to `system`. */
export type Role = 'user' | 'assistant' | 'system';

/** The refusal of literal content; `never` if its text is only known at run time. */
export type RefusedContent<Speaker extends Role, Content> = Content extends string
  ? // An empty turn of the assistant is allowed at the end; elsewhere it is refused at run time.
    Content extends ''
    ? Speaker extends 'assistant'
      ? never
      : BlankRefusal<Content>
    : BlankRefusal<Content>
  : Content extends readonly []
    ? EmptyContent
    : Content extends Misshapen
      ? MisshapenRefusal<Content>
      : RefusedBlocks<Speaker, Content>;

/** Refused content, with the sentence in place of the wrong part of each block, or of the whole. */
export type MarkedContent<Speaker extends Role, Content> = [RefusedBlocks<Speaker, Content>] extends [never]
  ? Because<RefusedContent<Speaker, Content>>
  : Content extends readonly unknown[]
    ? { readonly [Index in keyof Content]: MarkedBlock<Place<Speaker, Content>, Content[Index]> }
    : MarkedBlock<Speaker, Content>;

type RefusedBlocks<Speaker extends Role, Content> = Content extends readonly (infer Block)[]
  ? [RefusedBlock<Place<Speaker, Content>, Block>] extends [never]
    ? never
    : number extends Content['length']
      ? RefusedOfList<Speaker, Place<Speaker, Content>, Block>
      : RefusedBlock<Place<Speaker, Content>, Block>
  : RefusedBlock<Speaker, Content>;

/**
 * In a list that was read or mapped, each block may be any of its types. A type of the wrong role is refused if there
 * is no other, and is otherwise checked at run time.
 */
type RefusedOfList<Speaker, Where, Block> = [Block] extends [ForeignBlock<Speaker>]
  ? RefusedBlock<Where, Block>
  : RefusedBlock<Where, Exclude<Block, ForeignBlock<Speaker>>>;

interface ForeignBlock<Speaker> {
  readonly type: ForeignType<Speaker extends 'user' ? 'user' : 'assistant'>;
}

/** The place of a block: between other blocks, assistant text may be white space. */
type Place<Speaker, Content> = Speaker extends 'assistant'
  ? Content extends readonly [unknown]
    ? Speaker
    : 'assistant, with others'
  : Speaker;

type RefusedBlock<Where, Block> = Block extends unknown
  ? BlockMarks<Where, Block>[keyof BlockMarks<Where, Block>]
  : never;

/** The sentences that refuse a block, each under the wrong field. */
interface BlockMarks<Where, Block> {
  readonly type: BlockRoles<Where extends 'user' ? 'user' : 'assistant', Block>;
  readonly text: Block extends { readonly type: 'text'; readonly text: infer Text extends string }
    ? Where extends 'assistant, with others'
      ? EmptyText<Text>
      : BlankRefusal<Text>
    : never;
  readonly content: Block extends {
    readonly type: 'search_result';
    readonly content: readonly { readonly text: infer Text }[];
  }
    ? EmptyText<Text>
    : never;
  readonly cache_control: CacheControlOf<Block>;
}

type EmptyText<Text> = '' extends Text ? (string extends Text ? never : typeof blankText) : never;

/**
 * A result of `text()` or `image()` has no literal field to underline, and its methods would be printed, so it is
 * refused as a whole.
 */
type MarkedBlock<Where, Block> = [RefusedBlock<Where, Block>] extends [never]
  ? Block
  : Block extends { readonly cached: unknown }
    ? Because<RefusedBlock<Where, Block>>
    : {
        readonly [Key in keyof Block]: Key extends keyof BlockMarks<Where, Block>
          ? [BlockMarks<Where, Block>[Key]] extends [never]
            ? Block[Key]
            : Because<BlockMarks<Where, Block>[Key]>
          : Block[Key];
      };
