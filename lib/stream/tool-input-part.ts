import type { ToolUse } from '../content/tool-use.js';
import type { ToolUseBlock } from '../wire/blocks/tool-use-block.js';
import type { ToolInputError } from './accumulate/tool-input.js';
import type { DeepPartial } from './deep-partial.js';

/** A tool's input as far as it has come. */
interface PartOf<Name extends string, Input> {
  /** The index of its block: parallel calls have different ones. */
  readonly index: number;
  /** The id of its `tool_use` block. */
  readonly id: string;
  readonly name: Name;
  /** What came with this part, as the model wrote it: a piece of JSON. Empty in the last part. */
  readonly delta: string;
  /**
   * What the JSON says so far: strings as far as they have come, everything else once it is whole. Each part has its
   * own, save for arrays and objects of more than 64 members, which grow from part to part.
   */
  readonly input: DeepPartial<Input>;
  /** Whether the block has ended. An input that is cut off, at `max_tokens` say, is never done. */
  readonly done: boolean;
  /** Why `input` is not whole although it is done: the model wrote no valid JSON. */
  readonly inputError: ToolInputError | undefined;
}

/**
 * One step of `toolInputStream()`: a union discriminated by `name`, `input` typed from the tool of that name.
 */
export type ToolInputPart<Request = unknown> = PartOfUse<ToolUse<Request>>;

/** Distributes over the tools. */
type PartOfUse<Use> = Use extends ToolUseBlock ? PartOf<Use['name'], Use['input']> : never;
