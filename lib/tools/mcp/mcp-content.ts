import type { DocumentBlockParam } from '../../wire/blocks/document-block.js';
import type { ImageBlockParam, ImageMediaType } from '../../wire/blocks/image-block.js';
import type { TextBlockParam } from '../../wire/blocks/text-block.js';
import type { McpContent, McpResourceContents } from './mcp-client.js';

/** The block for content of an MCP server, in a user turn or a tool result. */
export type McpBlock = TextBlockParam | ImageBlockParam | DocumentBlockParam;

/**
 * Converts content of an MCP server to a block. Text and images keep their type; a resource becomes text, an image or a
 * document. Content without a matching block, such as sound, becomes a text that describes it.
 *
 * @example
 * ```ts
 * import { mcpBlock, Message } from 'clust';
 *
 * const question = Message.user([mcpBlock({ type: 'text', text: 'Hello!' })]);
 * ```
 */
export function mcpBlock(content: McpContent): McpBlock {
  const { type, text, data, mimeType, resource, uri, name } = content;
  if (type === 'text') return textBlock(String(text));
  if (type === 'image' && isImage(mimeType)) return imageOf(mimeType, String(data));
  // The protocol defines the fields of a resource. A missing one is undefined here.
  if (type === 'resource') return mcpResourceBlock(resource as McpResourceContents);
  if (type === 'resource_link') return textBlock(`${name ?? 'A resource'}: ${uri}`);
  return textBlock(
    `(${type}${typeof mimeType === 'string' ? ` of type ${mimeType}` : ''}, which cannot be shown)`,
  );
}

/** Converts the contents of a resource to a block. Text becomes a document whose title is the URI. */
export function mcpResourceBlock({ uri, mimeType, text, blob }: McpResourceContents): McpBlock {
  if (text !== undefined && text.trim() !== '')
    return { type: 'document', source: { type: 'text', media_type: 'text/plain', data: text }, title: uri };
  if (blob !== undefined && isImage(mimeType)) return imageOf(mimeType, blob);
  const decoded = blob === undefined ? undefined : textIn(blob, mimeType);
  if (decoded !== undefined) return mcpResourceBlock({ uri, mimeType, text: decoded });
  if (blob !== undefined && mimeType === 'application/pdf')
    return { type: 'document', source: { type: 'base64', media_type: mimeType, data: blob }, title: uri };
  return textBlock(`(${uri}${mimeType === undefined ? '' : ` of type ${mimeType}`}, which cannot be shown)`);
}

/** Decodes a base64 blob of a text type; `undefined` for other types, and for bytes that are not UTF-8. */
function textIn(blob: string, mimeType: string | undefined): string | undefined {
  const [type = ''] = (mimeType ?? '').toLowerCase().split(';');
  if (!/^text\/|^application\/(json|xml|yaml|javascript)$|\+(json|xml)$/.test(type.trim())) return undefined;
  try {
    const bytes = Uint8Array.from(atob(blob), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function textBlock(text: string): TextBlockParam {
  // The API refuses a text of only white space.
  return { type: 'text', text: text.trim() === '' ? '(nothing)' : text };
}

function isImage(mimeType: unknown): mimeType is ImageMediaType {
  return typeof mimeType === 'string' && /^image\/(jpeg|png|gif|webp)$/.test(mimeType);
}

function imageOf(media_type: ImageMediaType, data: string): ImageBlockParam {
  return { type: 'image', source: { type: 'base64', media_type, data } };
}
