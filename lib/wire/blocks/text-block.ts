import type { Cacheable } from '../cache-control.js';
import type { TextCitation } from '../citations.js';

export interface TextBlock {
  readonly type: 'text';
  readonly text: string;
  /** What the text is based on, when citations were asked for. */
  readonly citations?: readonly TextCitation[] | null | undefined;
}

export interface TextBlockParam extends TextBlock, Cacheable {}
