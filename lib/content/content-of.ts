import { isObject } from '../base/is-object.js';
import type { ContentBlock } from '../wire/blocks/content-block.js';

/** The blocks of an answer. For an empty answer some gateways send `null`, or a list that contains `null`. */
export function contentOf({ content }: { readonly content?: unknown }): readonly ContentBlock[] {
  if (!Array.isArray(content)) return [];
  // Every object in the API's content is a block, of a known or unknown type.
  return (content.every(isObject)
    ? content
    : content.filter(isObject)) as readonly unknown[] as ContentBlock[];
}
