import type { Diagnostics } from '../wire/diagnostics.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import { type PrefixChange, prefixChanges } from './prefix-changes.js';

/** The two requests that the API has compared. */
export interface ComparedRequests {
  /** The request that was answered. */
  readonly request: MessagesRequestBody;
  /** The request whose answer was named in `diagnostics.previous_message_id`. */
  readonly after: MessagesRequestBody;
}

/**
 * Explains in a sentence why the prompt cache was missed; `undefined` if the API found no miss, or the request had no
 * `diagnostics()`. With both requests the sentence names the difference: which tool, which block.
 *
 * @example
 * ```ts
 * import { Client, explainCacheMiss, MessagesRequestBuilder } from 'clust';
 *
 * const client = Client.fromEnv();
 * const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024);
 * const after = preset.system('Be brief.').user('Hello!').build();
 * const { id } = await client.createMessage(after);
 *
 * const request = preset.system('Be kind.').user('Hello!').diagnostics({ previous_message_id: id }).build();
 * console.log(explainCacheMiss(await client.createMessage(request), { request, after }));
 * ```
 */
export function explainCacheMiss(
  message: { readonly diagnostics?: Diagnostics | null | undefined },
  requests?: ComparedRequests,
): string | undefined {
  const reason = message.diagnostics?.cache_miss_reason;
  if (!reason) return undefined;
  const missed = reason.cache_missed_input_tokens;
  const tokens = missed === undefined ? 'a part' : `${missed} tokens`;
  return `${tokens} of the prompt missed the cache: ${whyMissed(reason.type, requests)}`;
}

function whyMissed(type: string, requests: ComparedRequests | undefined): string {
  const { request, after } = requests ?? {};
  switch (type) {
    case 'model_changed':
      return request && after
        ? `the model is ${request.model}, and was ${after.model}; each model has its own cache`
        : 'the model is different; each model has its own cache';
    case 'system_changed':
      return 'the system prompt is changed; put what is new into a system message after the turns';
    case 'tools_changed':
      return `${changedTools(requests)}; keep the list, and change it with tool_addition and tool_removal`;
    case 'messages_changed':
      return `${changedMessages(requests)}; append turns instead of editing them`;
    case 'previous_message_not_found':
      return 'the API no longer has the message to compare with; name a newer one';
    case 'unavailable':
      return 'the API could not compare the requests';
    default:
      return `the API gives the reason ${type}`;
  }
}

function changesIn(requests: ComparedRequests | undefined, field: string): readonly PrefixChange[] {
  if (!requests) return [];
  return prefixChanges(requests.after, requests.request).filter(({ path }) => path.startsWith(field));
}

function changedTools(requests: ComparedRequests | undefined): string {
  const said = changesIn(requests, 'tools').map(({ path, what }) => {
    if (what === 'reordered') return 'the tools are in another order';
    const { tools = [] } = (what === 'removed' ? requests?.after : requests?.request) ?? {};
    const tool: unknown = tools[Number(path.split('.')[1])];
    const name = Object(tool).name ?? Object(tool).mcp_server_name ?? path;
    return `the tool ${name} is ${what}`;
  });
  return said.length > 0 ? said.join(', ') : 'the tools are changed';
}

function changedMessages(requests: ComparedRequests | undefined): string {
  const said = changesIn(requests, 'messages').map(({ path, what }) => `${path} is ${what}`);
  return said.length > 0 ? said.join(', ') : 'the turns are changed';
}
