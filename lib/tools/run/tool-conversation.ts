import type { MessageResponse } from '../../content/message-response.js';
import { ValidationError } from '../../errors/validation-error.js';
import type { MadeTool } from '../../request/made-tool.js';
import { metaOf, withMetaOf } from '../../request/request-meta.js';
import type { ToolAdditionBlockParam } from '../../wire/blocks/tool-change-blocks.js';
import type { ToolResultBlockParam } from '../../wire/blocks/tool-result-block.js';
import type { ToolUseBlock } from '../../wire/blocks/tool-use-block.js';
import type { MessageParam } from '../../wire/message-param.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { ServerTool, ToolParam } from '../../wire/tools/tool-param.js';
import { isTool, type Tool } from '../tool.js';
import { toolsByName } from '../tools-by-name.js';

/** @throws {ValidationError} If the value is not a request. */
export function assertConversation(request: unknown): asserts request is MessagesRequestBody {
  if (
    typeof request === 'object' &&
    request !== null &&
    'messages' in request &&
    Array.isArray(request.messages)
  )
    return;
  const message = 'a run needs a request with messages: end its builder with build()';
  throw new ValidationError([{ path: '', rule: 'request', message }]);
}

/** Adds a turn to a request. Its betas, tools and output format are kept. */
export function withTurn(request: MessagesRequestBody, turn: MessageParam): MessagesRequestBody {
  return changed(request, { messages: Object.freeze([...request.messages, turn]) });
}

/**
 * Adds an answer to a request: every block unchanged, and the container that its code ran in. An answer without content
 * adds no turn, since the API accepts an empty turn only at the end.
 */
export function withAnswer(request: MessagesRequestBody, message: MessageResponse): MessagesRequestBody {
  // An assistant turn accepts all content of a response.
  const turn = message.toMessage() as MessageParam;
  const answered = message.content.length > 0 ? withTurn(request, turn) : request;
  const id = message.container?.id;
  if (id === undefined) return answered;
  const { container } = request;
  return changed(answered, {
    container: typeof container === 'object' && container ? { ...container, id } : id,
  });
}

/** Removes a tool choice that forces a call: forced again, the model would never end the run. */
export function withoutForcedChoice(request: MessagesRequestBody): MessagesRequestBody {
  const choice = request.tool_choice;
  if (choice?.type !== 'any' && choice?.type !== 'tool') return request;
  const { disable_parallel_tool_use } = choice;
  return changed(request, {
    tool_choice: { type: 'auto', ...(disable_parallel_tool_use && { disable_parallel_tool_use }) },
  });
}

/** The calls at the end of a conversation. */
export function lastCalls({ messages }: MessagesRequestBody): readonly ToolUseBlock[] {
  const last = messages.at(-1);
  if (last?.role !== 'assistant' || typeof last.content === 'string') return [];
  return last.content.filter((block) => block.type === 'tool_use');
}

/** The results at the end of a conversation, if its last turn contains nothing else, and the request without them. */
export function withoutLastResults(
  request: MessagesRequestBody,
): [request: MessagesRequestBody, results: readonly ToolResultBlockParam[]] {
  const last = request.messages.at(-1);
  if (last?.role !== 'user' || typeof last.content === 'string') return [request, []];
  const results = last.content.filter((block) => block.type === 'tool_result');
  if (results.length < last.content.length) return [request, []];
  return [changed(request, { messages: Object.freeze(request.messages.slice(0, -1)) }), results];
}

/**
 * The tools of a run, by name: those of the options, else those of the request.
 *
 * @throws {ValidationError} If a tool of the request has no handler.
 */
export function handlersFor(
  request: MessagesRequestBody,
  tools: Iterable<Tool | ServerTool> | undefined,
  made: readonly MadeTool[] = metaOf(request).tools,
): ReadonlyMap<string, Tool> {
  const handlers = toolsByName([...(tools ?? made)].filter(isTool));
  const problems = (request.tools ?? []).flatMap((tool, index) => {
    const name = handlerName(tool);
    if (name === undefined || handlers.has(name)) return [];
    const message = `${name} has no handler: make it with tool(), or pass its handler in the option tools`;
    return [{ path: `tools.${index}`, rule: 'tool-handler', message }];
  });
  if (problems.length > 0) throw new ValidationError(problems);
  return handlers;
}

/**
 * Removes the tools that system messages of the conversation have withdrawn: they must not run, even if the model calls
 * them.
 */
export function withoutRemoved(
  handlers: ReadonlyMap<string, Tool>,
  { messages }: MessagesRequestBody,
): ReadonlyMap<string, Tool> {
  const remaining = new Map(handlers);
  for (const { role, content } of messages) {
    if (role !== 'system' || !Array.isArray(content)) continue;
    for (const block of content) {
      if (block.type === 'tool_removal' && block.tool.type === 'tool_reference')
        remaining.delete(block.tool.name);
      if (block.type !== 'tool_addition') continue;
      const name = addedName(block.tool);
      const handler = name === undefined ? undefined : handlers.get(name);
      if (name !== undefined && handler !== undefined) remaining.set(name, handler);
    }
  }
  return remaining;
}

function addedName(tool: ToolAdditionBlockParam['tool']): string | undefined {
  if (tool.type === 'tool_reference') return tool.name;
  return tool.type === 'tool_definition' ? handlerName(tool.definition) : undefined;
}

/** The name under which a tool's calls are handled here; `undefined` for a server tool. */
function handlerName(tool: ToolParam): string | undefined {
  const toolset = /^(computer|browser)_toolset_/.exec(tool.type ?? '')?.[1];
  if (toolset !== undefined) return toolset;
  const isOurs = /^(custom|bash_\d+|text_editor_\d+|memory_\d+|computer_\d+)$/.test(tool.type ?? 'custom');
  return isOurs && 'name' in tool ? tool.name : undefined;
}

function changed(request: MessagesRequestBody, fields: Partial<MessagesRequestBody>): MessagesRequestBody {
  return withMetaOf(request, { ...request, ...fields });
}
