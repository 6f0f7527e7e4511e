import { codec, type XmlCodec } from '../document/codec.js';
import { many, record } from '../document/record.js';
import { type ToolDescription, toolDescriptionShape } from './tool-description.js';

/** The descriptions of tools in a prompt. */
export interface Tools {
  readonly tool_description: readonly ToolDescription[];
}

/**
 * Reads and writes `<tools>`. `functionCallingPrompt()` writes it with the instructions around it.
 *
 * @example
 * ```ts
 * import { Tools } from 'clust/xml';
 *
 * const { tool_description } = Tools.parse('<tools></tools>');
 * ```
 */
export const Tools: XmlCodec<Tools> = codec(
  'tools',
  record({ tool_description: many(toolDescriptionShape) }),
);
