import type { CacheControl } from '../../wire/cache-control.js';
import type { MessageParam } from '../../wire/message-param.js';
import type { DraftBody } from './draft.js';

/**
 * A content block, its fields named as the rules read them. What a stranger stored may hold anything there, so a rule
 * reads on only as far as `?.` and a comparison go.
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

/** A content block where it stands. */
export interface Part {
  readonly block: LooseBlock;
  /** In the dotted form of the API: `messages.0.content.1`. */
  readonly path: string;
  /** Whose turn it is in; the system prompt's blocks are the system's. */
  readonly role: MessageParam['role'];
  /** The block that holds this one, as a tool result holds an image. */
  readonly holder: LooseBlock | undefined;
}

/** Every content block of a request in the order in which the API reads them, a block before those it holds. */
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
  // A client without types may be given a body that nothing has looked at yet.
  if (!Array.isArray(messages)) return parts;
  messages.forEach((message, index) => {
    add(message?.content, `messages.${index}.content`, message?.role);
  });
  return parts;
}

/** What a list holds, blocks or what has some of their fields; nothing where there is no list. */
export function listOf(content: unknown): readonly LooseBlock[] {
  return Array.isArray(content) ? content : [];
}

/** Whether a document is a PDF: an address is of nothing else. */
export function isPdf({ type, source }: LooseBlock): boolean {
  return type === 'document' && (source?.type === 'url' || source?.media_type === 'application/pdf');
}
