import type { TextCitation } from './citations.js';
import type { UnknownVariant } from './open.js';

/** A piece of text. */
export interface TextDelta {
  readonly type: 'text_delta';
  readonly text: string;
}

/** A piece of a tool's input. Only all pieces together are JSON. */
export interface InputJsonDelta {
  readonly type: 'input_json_delta';
  readonly partial_json: string;
}

/** Another citation of the text. */
export interface CitationsDelta {
  readonly type: 'citations_delta';
  readonly citation: TextCitation;
}

/** A piece of thinking. */
export interface ThinkingDelta {
  readonly type: 'thinking_delta';
  readonly thinking: string;
  readonly estimated_tokens?: number | null | undefined;
}

/** The signature of the thinking before it. The last one counts. */
export interface SignatureDelta {
  readonly type: 'signature_delta';
  readonly signature: string;
}

/** The complete summary. */
export interface CompactionDelta {
  readonly type: 'compaction_delta';
  readonly content: string | null;
  readonly encrypted_content?: string | null | undefined;
}

export type KnownContentDelta =
  | TextDelta
  | InputJsonDelta
  | CitationsDelta
  | ThinkingDelta
  | SignatureDelta
  | CompactionDelta;

/** An addition to a block. The union is open: keep a `default` branch. */
export type ContentDelta = KnownContentDelta | UnknownVariant;
