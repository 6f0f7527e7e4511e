import type { CacheControl } from '../../wire/cache-control.js';
import type { MessageParam } from '../../wire/message-param.js';
import type { DraftBody } from './draft.js';

/**
 * A content block with the fields that rules read. A stored block may contain any values, so rules only use `?.` and
 * comparisons.
 */
export interface LooseBlock {
  readonly type: string;
  readonly text?: string | undefined;
  readonly id?: string | undefined;
  readonly tool_use_id?: string | undefined;
  readonly tool_name?: string | undefined;
  readonly toolset_name?: string | null | undefined;
  readonly content?: unknown;
  readonly signature?: string | undefined;
  readonly citations?: { readonly enabled?: boolean; readonly length?: number } | null | undefined;
  readonly cache_control?: CacheControl | null | undefined;
  readonly tool?: { readonly type?: string; readonly definition?: { readonly type?: string } } | undefined;
  readonly trigger?: { readonly value?: number } | undefined;
  readonly keep?: unknown;
  readonly caller?: { readonly type?: string } | null | undefined;
  readonly source?: {
    readonly type?: string;
    readonly media_type?: string;
    readonly data?: string;
    readonly content?: unknown;
  };
}

/** A content block and its place. */
export interface Part {
  readonly block: LooseBlock;
  /** The dotted path, such as `messages.0.content.1`. */
  readonly path: string;
  /** The role of its turn; `system` for blocks of the system prompt. */
  readonly role: MessageParam['role'];
  /** The block that contains this one, as a tool result contains an image. */
  readonly holder: LooseBlock | undefined;
}

/**
 * Every content block of a request in the order in which the API reads them, each before the blocks that it contains.
 */
export function partsOf({ system, messages }: DraftBody): readonly Part[] {
  const parts: Part[] = [];
  const add = (content: unknown, path: string, role: Part['role'], holder?: LooseBlock) => {
    listOf(content).forEach((block, index) => {
      if (typeof block?.type !== 'string') return;
      const at = `${path}.${index}`;
      parts.push({ block, path: at, role, holder });
      add(block.content, `${at}.content`, role, block);
      add(block.source?.content, `${at}.source.content`, role, block);
    });
  };
  add(system, 'system', 'system');
  // A JavaScript caller may pass an unchecked body.
  if (!Array.isArray(messages)) return parts;
  messages.forEach((message, index) => {
    add(message?.content, `messages.${index}.content`, message?.role);
  });
  return parts;
}

/** The items of a list; empty if the value is not a list. */
export function listOf(content: unknown): readonly LooseBlock[] {
  return Array.isArray(content) ? content : [];
}

/** Whether a document is a PDF. A document URL is always a PDF. */
export function isPdf({ type, source }: LooseBlock): boolean {
  return type === 'document' && (source?.type === 'url' || source?.media_type === 'application/pdf');
}
