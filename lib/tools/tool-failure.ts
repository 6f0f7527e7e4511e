import type { ToolResultContentBlock } from '../wire/blocks/tool-result-block.js';

/** The content of a failed call: a text, a block or blocks. */
export type ToolFailureContent = string | ToolResultContentBlock | readonly ToolResultContentBlock[];

/**
 * A failure with its own content: the model gets exactly this content, with `is_error`. Throw it in a handler, return
 * it, or use it as the `result` of an `onToolCall` gate. For any other error the model gets the message.
 *
 * Sends `{"type": "tool_result", "content": …, "is_error": true}`.
 *
 * @example
 * ```ts
 * import { image, text, tool, ToolFailure } from 'clust';
 *
 * declare const page: { click(selector: string): Promise<boolean>; screenshot(): Promise<Uint8Array> };
 *
 * const click = tool({
 *   name: 'click',
 *   input: { type: 'object', properties: { selector: { type: 'string' } }, required: ['selector'] },
 *   async run({ selector }) {
 *     if (await page.click(selector)) return 'Clicked.';
 *     throw new ToolFailure([text(`There is no ${selector}. This is the page:`), image(await page.screenshot())]);
 *   },
 * });
 * ```
 */
export class ToolFailure extends Error {
  readonly content: ToolFailureContent;

  override get name(): 'ToolFailure' {
    return 'ToolFailure';
  }

  constructor(content: ToolFailureContent, options?: ErrorOptions) {
    super(textOf(content), options);
    this.content = content;
    // Marked, since the tool may come from another copy of the package.
    Object.defineProperty(this, Symbol.for('clust.ToolFailure'), { value: true });
  }
}

/** The content as text, for the message of the error. */
function textOf(content: ToolFailureContent): string {
  if (typeof content === 'string') return content;
  return [content]
    .flat()
    .map((block) => (block.type === 'text' ? block.text : `(${block.type})`))
    .join('\n');
}
