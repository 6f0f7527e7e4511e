import { type LooseBlock, listOf } from '../draft/parts.js';
import type { Rule } from './rule.js';

/**
 * Every `tool_use` is answered by one `tool_result` in the turn right after it, before all other content of that turn,
 * and every `tool_result` answers one. Turns of one role in a row are one turn.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/handle-tool-calls
 * @fix Answer each call with `toolResults()` right after the turn that made it.
 */
export const toolResults: Rule = {
  id: 'tool-results',
  check({ body: { messages = [], thread } }, refuse) {
    /** The calls of the turn before, by id, and those among them that wait for their result. */
    let calls = new Map<string | undefined, LooseBlock>();
    let waiting = new Map<string | undefined, string>();
    // A thread goes on after turns that are not in the request.
    let before: string | undefined = thread?.type === 'continue' ? 'elsewhere' : undefined;
    const close = () => {
      for (const [id, path] of waiting) refuse(path, unanswered(id));
    };
    messages.forEach(({ role, content }, index) => {
      if (role === 'system') return;
      if (role === 'assistant' && before !== role) {
        close();
        calls = new Map();
        waiting = new Map();
      }
      let others = false;
      listOf(content).forEach((block, at) => {
        const path = `messages.${index}.content.${at}`;
        const { type, id, tool_use_id: answered } = block;
        if (role === 'assistant') {
          if (type !== 'tool_use' || isServerCall(id)) return;
          if (calls.has(id)) refuse(path, repeated(id));
          calls.set(id, block);
          waiting.set(id, path);
        } else if (type !== 'tool_result') others = true;
        else if (before !== 'elsewhere') {
          const call = calls.get(answered);
          if (isServerCall(answered)) refuse(path, ofServer(answered));
          else if (!call) refuse(path, orphan(answered));
          else if (!waiting.delete(answered)) refuse(path, twice(answered));
          else if ((call.toolset_name ?? null) !== (block.toolset_name ?? null)) refuse(path, toolset);
          if (others) refuse(path, late);
        }
      });
      before = before === 'elsewhere' && role === 'user' ? before : role;
    });
    close();
  },
};

/** A server tool's call is the API's to answer, whatever type of block it was sent back as. */
const isServerCall = (id: string | undefined) => `${id}`.startsWith('srvtoolu_');

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
