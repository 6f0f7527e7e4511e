import type { MessageBody } from '../../wire/message-body.js';
import type { Usage } from '../../wire/usage.js';
import { webSearchPrice } from '../prices.js';
import { dollar, plus, type Tally, unknownParts, zeroTally } from './parts.js';

/**
 * The cost of the server tools beside tokens: web searches, by their number. Code execution is billed by the hours of
 * its container, which no answer contains.
 */
export function priceServerTools(
  { server_tool_use: uses }: Usage,
  content: MessageBody['content'],
  isCodeFree: boolean,
): Tally {
  const searches = uses?.web_search_requests ?? 0;
  const searched: Tally = {
    amounts: { ...zeroTally.amounts, serverTools: Math.round(searches * webSearchPrice * dollar) },
    reasons: [],
  };
  const hasRunCode = Number(Reflect.get(uses ?? {}, 'code_execution_requests') ?? 0) > 0 || ranCode(content);
  if (!hasRunCode || isCodeFree || content.some(isWebCallFromCode)) return searched;
  const reason =
    'code execution is billed by container hours, which an answer does not say, unless web_search or web_fetch ' +
    '20260209 or later is among the tools: give the request in the option request';
  return plus(searched, unknownParts(['serverTools'], reason));
}

/** Whether code execution is free with these tools. */
export function isCodeFree(tools: readonly { readonly type?: string | null | undefined }[]): boolean {
  return tools.some(({ type }) => Number(/^web_(?:search|fetch)_(\d{8})$/.exec(type ?? '')?.[1]) >= 20260209);
}

function ranCode(content: MessageBody['content']): boolean {
  return content.some(({ type, ...block }) => {
    if (type === 'server_tool_use' && 'name' in block) return /(^|_)code_execution$/.test(String(block.name));
    return /code_execution_tool_result$/.test(type);
  });
}

/** Code execution is free with web tools that code can call. */
function isWebCallFromCode(block: MessageBody['content'][number]): boolean {
  return (
    block.type === 'server_tool_use' &&
    /^web_(search|fetch)$/.test(block.name) &&
    /^code_execution_/.test(block.caller?.type ?? '')
  );
}
