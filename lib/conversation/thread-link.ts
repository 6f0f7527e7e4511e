import type { MessageResponse } from '../content/message-response.js';
import { rulesOf } from '../models/lookup.js';
import { metaOf, withMeta } from '../request/request-meta.js';
import { requiredBetas } from '../request/required-betas.js';
import type { MessageParam } from '../wire/message-param.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';

/** The end of a thread that the API holds. */
export interface ThreadLink {
  readonly id: string;
  /** The conversation that the API has, its last answer included. */
  readonly messages: readonly MessageParam[];
  /** The betas of its first request: all others name the same. */
  readonly betas: readonly string[];
  /** What its first request fixed for all. */
  readonly fixed: string;
}

/** The request that begins a thread with a whole conversation. */
export function beginning(request: MessagesRequestBody): MessagesRequestBody {
  const meta = metaOf(request);
  const body: MessagesRequestBody = { ...request, thread: { type: 'create' } };
  // A later request may ask for fast speed, and must not bring another beta.
  const isFastByBeta = ['beta', 'ignored'].includes(String(rulesOf(request.model)?.fast));
  const named = isFastByBeta ? [...meta.betas, FAST] : meta.betas;
  return withMeta(body, { ...meta, betas: [...new Set([...requiredBetas(body, named), ...named])] });
}

const FAST = 'fast-mode-2026-02-01';

/**
 * The request that goes on with a thread, with what is new of the conversation; `undefined` where the thread does not take it:
 * another field than at its beginning, another beta, a conversation that is not its own.
 */
export function continuation(
  request: MessagesRequestBody,
  link: ThreadLink | undefined,
): MessagesRequestBody | undefined {
  if (link === undefined || link.fixed !== fixedOf(request)) return undefined;
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
  // Breakpoints of a thread cannot move: those of its beginning stay, and a plan sets no others.
  return withMeta(body, { ...meta, betas: link.betas });
}

/** The link to what the API holds after an answer; `undefined` where it has kept nothing to go on from. */
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
    fixed: fixedOf(whole),
  };
}

/**
 * All that the requests of a thread have in common, as text. Tokens of MCP servers may differ, and of the container its
 * id; the fallbacks may, but not whether there are any.
 */
export function fixedOf(request: MessagesRequestBody): string {
  const { model, system, tools, tool_choice, thinking, context_management, output_config, cache_control } =
    request;
  const { container, mcp_servers, fallbacks } = request;
  const servers = mcp_servers?.map(({ authorization_token: _, ...server }) => server);
  const skills = typeof container === 'object' ? container?.skills : undefined;
  const fields = [model, system, tools, tool_choice, thinking, context_management, output_config];
  return JSON.stringify([...fields, cache_control, servers, skills, fallbacks != null]);
}

/** Whether a conversation goes on from another. Most of its turns are the same objects. */
export function startsWith(messages: readonly MessageParam[], before: readonly MessageParam[]): boolean {
  return (
    before.length <= messages.length &&
    before.every(
      (message, at) => message === messages[at] || JSON.stringify(message) === JSON.stringify(messages[at]),
    )
  );
}
