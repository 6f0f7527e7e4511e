import type { PlacedBlock } from '../draft/turns.js';
import type { Refuse, Rule } from './rule.js';

/**
 * Every `tool_use` is answered by one `tool_result` in the turn right after it, before all other content of that turn,
 * and every `tool_result` answers one. Turns of one role in a row are one turn.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/handle-tool-calls
 * @fix Answer each call with `toolResults()` right after the turn that made it.
 */
export const toolResults: Rule = {
  id: 'tool-results',
  check({ turns, isContinued }, refuse) {
    turns.forEach(({ role, blocks }, index) => {
      if (role === 'assistant') checkCalls(blocks, turns[index + 1]?.blocks ?? [], refuse);
      // A thread goes on after turns that are not in the request.
      else if (index > 0 || !isContinued) checkResults(blocks, turns[index - 1]?.blocks ?? [], refuse);
    });
  },
};

/** Whether a call is yours to answer its type says, not its id. */
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

/** A call of the server, or one with the id of such a call that the model spoke on after. */
function isServerCall(call: PlacedBlock, turn: Blocks): boolean {
  const spokeOn = () => turn.slice(turn.indexOf(call)).some(({ block }) => block.type === 'text');
  return call.block.type === 'server_tool_use' || (/^srvtoolu_/.test(`${call.block.id}`) && spokeOn());
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

/** Refuses what does not answer the literal call that the turn before ends with. */
export type Unanswered<Id extends string> = ReturnType<typeof unanswered<Id>>;

/** Refuses a literal tool result where no turn is before it. */
export type Orphan<Id extends string> = ReturnType<typeof orphan<Id>>;
