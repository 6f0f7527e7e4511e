import type { Cacheable } from '../cache-control.js';
import type { TextCitation } from '../citations.js';

/** Text that the model wrote. */
export interface TextBlock {
  readonly type: 'text';
  readonly text: string;
  /** The sources of the text, if citations are enabled. */
  readonly citations?: readonly TextCitation[] | null | undefined;
}

/** Text in a turn of any role, in the system prompt or in a tool result. */
export interface TextBlockParam extends TextBlock, Cacheable {}
