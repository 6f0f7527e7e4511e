import type { Rule } from './rule.js';

/** What only the other side says. */
const foreign = {
  user: ['tool_use', 'server_tool_use', 'mcp_tool_use', 'thinking', 'redacted_thinking'],
  assistant: ['tool_result', 'image'],
} as const;

/**
 * Who says what: tool calls and thinking are the assistant's, tool results and images the user's.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/handle-tool-calls
 * @fix Move the block to a turn of the other role.
 */
export const blockRoles: Rule = {
  id: 'block-roles',
  check({ parts }, refuse) {
    for (const { block, path, role, holder } of parts) {
      const types: readonly string[] = role === 'system' || holder ? [] : foreign[role];
      if (types.includes(block.type)) refuse(path, sentence(role, block.type));
    }
  },
};

const sentence = <Role extends string, Type extends string>(role: Role, type: Type) =>
  `a turn of the ${role} takes no ${type} block` as const;

/** The types of block that a turn of this role does not take. */
export type ForeignType<Role extends keyof typeof foreign> = (typeof foreign)[Role][number];

/** Refuses a literal block of the other side. */
export type BlockRoles<Role extends keyof typeof foreign, Block> = Block extends {
  readonly type: infer Type extends ForeignType<Role>;
}
  ? ReturnType<typeof sentence<Role, Type>>
  : never;
