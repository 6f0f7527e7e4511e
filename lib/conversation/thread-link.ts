import type { MessageResponse } from '../content/message-response.js';
import { rulesOf } from '../models/lookup.js';
import { metaOf, withMeta } from '../request/request-meta.js';
import { requiredBetas } from '../request/required-betas.js';
import type { MessageParam } from '../wire/message-param.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';

/** The end of a thread that the API stores. */
export interface ThreadLink {
  readonly id: string;
  /** The conversation that the API stores, including its last answer. */
  readonly messages: readonly MessageParam[];
  /** The betas of its first request. All later requests must have the same. */
  readonly betas: readonly string[];
  /** The fields that its first request fixed for all. */
  readonly fixed: string;
}

/** The request that starts a thread with a whole conversation. */
export function startingRequest(request: MessagesRequestBody): MessagesRequestBody {
  const meta = metaOf(request);
  const body: MessagesRequestBody = { ...request, thread: { type: 'create' } };
  // A later request may ask for fast speed, but must not add a beta.
  const isFastByBeta = ['beta', 'ignored'].includes(String((meta.spec ?? rulesOf(request.model))?.fast));
  const named = isFastByBeta ? [...meta.betas, FAST] : meta.betas;
  return withMeta(body, { ...meta, betas: [...new Set([...requiredBetas(body, named), ...named])] });
}

const FAST = 'fast-mode-2026-02-01';

/**
 * The request that continues a thread, with only the new messages. `undefined` if the API's thread cannot be continued:
 * a fixed field or a beta differs, or the conversation does not start with the stored one.
 */
export function continuingRequest(
  request: MessagesRequestBody,
  link: ThreadLink | undefined,
): MessagesRequestBody | undefined {
  if (link === undefined || link.fixed !== fixedFieldsOf(request)) return undefined;
  const { system: _, tools: __, messages, ...fields } = request;
  if (!startsWith(messages, link.messages)) return undefined;
  const body: MessagesRequestBody = {
    ...fields,
    messages: messages.slice(link.messages.length),
    thread: { type: 'continue', previous_message_id: link.id },
  };
  const { cache: ___, ...meta } = metaOf(request);
  const needed = [...requiredBetas(body, link.betas), ...meta.betas];
  if (!needed.every((beta) => link.betas.includes(beta))) return undefined;
  // The breakpoints of a thread cannot move: those of its first request stay, and the cache plan sets no others.
  return withMeta(body, { ...meta, betas: link.betas });
}

/** The link after an answer; `undefined` if the API stores nothing to continue from. */
export function linkAfter(
  sent: MessagesRequestBody,
  whole: MessagesRequestBody,
  message: MessageResponse,
): ThreadLink | undefined {
  const isOfOther = message.usage.iterations?.some(({ type }) => type === 'fallback_message');
  if (sent.thread == null || isOfOther || message.stop_reason === 'refusal') return undefined;
  const answer = message.content.length > 0 ? [message.toMessage() as MessageParam] : [];
  return {
    id: message.id,
    messages: [...whole.messages, ...answer],
    betas: metaOf(sent).betas,
    fixed: fixedFieldsOf(whole),
  };
}

/**
 * All fields that must be the same in every request of a thread, as text. The tokens of MCP servers and the id of the
 * container may differ. The fallbacks may differ too, but not whether there are any.
 */
export function fixedFieldsOf(request: MessagesRequestBody): string {
  const { model, system, tools, tool_choice, thinking, context_management, output_config, cache_control } =
    request;
  const { container, mcp_servers, fallbacks } = request;
  const servers = mcp_servers?.map(({ authorization_token: _, ...server }) => server);
  const skills = typeof container === 'object' ? container?.skills : undefined;
  const fields = [model, system, tools, tool_choice, thinking, context_management, output_config];
  return JSON.stringify([...fields, cache_control, servers, skills, fallbacks != null]);
}

/** Whether a conversation starts with another. Most of its turns are the same objects. */
export function startsWith(messages: readonly MessageParam[], before: readonly MessageParam[]): boolean {
  return (
    before.length <= messages.length &&
    before.every(
      (message, at) => message === messages[at] || JSON.stringify(message) === JSON.stringify(messages[at]),
    )
  );
}
