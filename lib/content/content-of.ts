import { isObject } from '../base/is-object.js';
import type { ContentBlock } from '../wire/blocks/content-block.js';

/** The blocks of an answer. Some gateways write `null`, or a list that holds `null`, where an answer is empty. */
export function contentOf({ content }: { readonly content?: unknown }): readonly ContentBlock[] {
  if (!Array.isArray(content)) return [];
  // What the API sends as a block is one, known or not.
  return (content.every(isObject)
    ? content
    : content.filter(isObject)) as readonly unknown[] as ContentBlock[];
}
