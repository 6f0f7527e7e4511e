import type { ToolUse } from '../content/tool-use.js';
import type { ToolUseBlock } from '../wire/blocks/tool-use-block.js';
import type { ToolInputError } from './accumulate/tool-input.js';
import type { DeepPartial } from './deep-partial.js';

/** One tool's input so far. */
export interface TypedToolInputPart<Name extends string, Input> {
  /** The index of its content block. Parallel calls have different ones. */
  readonly index: number;
  /** The id of its `tool_use` block. */
  readonly id: string;
  readonly name: Name;
  /** The piece of JSON that this part adds, as the model wrote it. Empty in the last part. */
  readonly delta: string;
  /**
   * The JSON so far: incomplete strings included, everything else once it is complete. Each part has its own value,
   * except arrays and objects of more than 64 members, which grow from part to part.
   */
  readonly input: DeepPartial<Input>;
  /** Whether the block has ended. An input that is cut off, by `max_tokens` for example, is never done. */
  readonly done: boolean;
  /** Why `input` is incomplete although `done` is true: the model wrote invalid JSON. */
  readonly inputError: ToolInputError | undefined;
}

/**
 * One step of `toolInputStream()`: a union discriminated by `name`, `input` typed from the tool of that name.
 */
export type ToolInputPart<Request = unknown> = PartOfUse<ToolUse<Request>>;

/** Distributes over the tools. */
type PartOfUse<Use> = Use extends ToolUseBlock ? TypedToolInputPart<Use['name'], Use['input']> : never;
