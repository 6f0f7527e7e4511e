import type { PlacedBlock } from '../draft/turns.js';
import type { Refuse, Rule } from './rule.js';

/**
 * Every `tool_use` needs one `tool_result` in the next turn, before all other content of that turn, and every
 * `tool_result` needs its `tool_use`. Consecutive turns of one role count as one.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/handle-tool-calls
 * @fix Answer each call with `toolResults()` right after the turn that made it.
 */
export const toolResults: Rule = {
  id: 'tool-results',
  check({ turns, isContinued }, refuse) {
    turns.forEach(({ role, blocks }, index) => {
      if (role === 'assistant') checkCalls(blocks, turns[index + 1]?.blocks ?? [], refuse);
      // A thread continues turns that are not in the request.
      else if (index > 0 || !isContinued) checkResults(blocks, turns[index - 1]?.blocks ?? [], refuse);
    });
  },
};

/** The type of a call, not its id, decides whether your program has to answer it. */
function checkCalls(blocks: Blocks, next: Blocks, refuse: Refuse): void {
  const seen = new Set<string | undefined>();
  for (const { block, path } of blocks) {
    const { type, id } = block;
    if (type !== 'tool_use') continue;
    if (seen.has(id)) refuse(path, repeated(id));
    else if (!next.some((answer) => isResult(answer) && answer.block.tool_use_id === id)) {
      refuse(path, unanswered(id));
    }
    seen.add(id);
  }
}

function checkResults(blocks: Blocks, before: Blocks, refuse: Refuse): void {
  const answered = new Set<string | undefined>();
  const firstOther = blocks.findIndex((placed) => !isResult(placed));
  blocks.forEach((placed, index) => {
    if (!isResult(placed)) return;
    const { block, path } = placed;
    const id = block.tool_use_id;
    const call = before.find(
      ({ block: { type, id: own } }) => /^(server_)?tool_use$/.test(type) && own === id,
    );
    if (call === undefined) refuse(path, orphan(id));
    else if (isServerCall(call, before)) refuse(path, ofServer(id));
    else if (answered.has(id)) refuse(path, twice(id));
    else if ((call.block.toolset_name ?? null) !== (block.toolset_name ?? null)) refuse(path, toolset);
    answered.add(id);
    if (firstOther >= 0 && firstOther < index) refuse(path, late);
  });
}

/** A call of a server tool: by its type, or by the form of its id if text follows it in the same turn. */
function isServerCall(call: PlacedBlock, turn: Blocks): boolean {
  const isFollowedByText = () => turn.slice(turn.indexOf(call)).some(({ block }) => block.type === 'text');
  return (
    call.block.type === 'server_tool_use' || (/^srvtoolu_/.test(`${call.block.id}`) && isFollowedByText())
  );
}

type Blocks = readonly PlacedBlock[];

const isResult = ({ block }: PlacedBlock) => block.type === 'tool_result';
const unanswered = <Id extends string | undefined>(id: Id) =>
  `tool_use ${id} needs its tool_result at the start of the next turn: use toolResults()` as const;
const orphan = <Id extends string | undefined>(id: Id) =>
  `tool_result ${id} answers no tool_use of the turn before` as const;
const ofServer = (id: string | undefined) => `${id} is the call of a server tool, which takes no tool_result`;
const repeated = (id: string | undefined) => `tool_use ids must be unique: ${id} is given twice`;
const twice = (id: string | undefined) => `tool_use ${id} takes one tool_result, not two`;
const late = 'a tool_result must come before all other content of its turn';
const toolset = 'a tool_result must repeat the toolset_name of its tool_use';

/** Refuses a turn without a result for a literal call at the end of the turn before. */
export type Unanswered<Id extends string> = ReturnType<typeof unanswered<Id>>;

/** Refuses a literal tool result without a turn before it. */
export type Orphan<Id extends string> = ReturnType<typeof orphan<Id>>;
