import { contentBlockOf, type contentBlocks } from '../../content/content-blocks.js';
import type { Rule } from './rule.js';

/**
 * Tool calls and thinking belong to assistant turns, tool results and images to user turns.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/handle-tool-calls
 * @fix Move the block to a turn of the other role.
 */
export const blockRoles: Rule = {
  id: 'block-roles',
  check({ parts }, refuse) {
    for (const { block, path, role, holder } of parts) {
      const side = contentBlockOf(block.type)?.side;
      if (side && side !== role && role !== 'system' && !holder) refuse(path, sentence(role, block.type));
    }
  },
};

const sentence = <Role extends string, Type extends string>(role: Role, type: Type) =>
  `a turn of the ${role} takes no ${type} block` as const;

/** The types of block that a turn of this role does not accept. */
export type ForeignType<Role extends Side> = TypesOnlyFrom<Exclude<Side, Role>>;

type Side = 'user' | 'assistant';

type TypesOnlyFrom<Only extends Side> = {
  [Type in keyof typeof contentBlocks]: (typeof contentBlocks)[Type] extends { readonly side: Only }
    ? Type
    : never;
}[keyof typeof contentBlocks];

/** Refuses a literal block of the other role. */
export type BlockRoles<Role extends Side, Block> = Block extends {
  readonly type: infer Type extends ForeignType<Role>;
}
  ? ReturnType<typeof sentence<Role, Type>>
  : never;
