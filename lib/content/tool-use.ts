import type { ToolUseBlock } from '../wire/blocks/tool-use-block.js';
import type { UnknownType } from '../wire/open.js';
import type { ToolInputs } from '../wire/typed-request.js';

/** A call of one tool, with a typed input. */
export interface TypedToolUse<Name extends string, Input> extends ToolUseBlock {
  readonly name: Name;
  readonly input: Input;
}

/**
 * The tool calls that an answer to `Request` can contain: a union discriminated by `name`.
 *
 * If some tools of the request are unknown (the members of a toolset), the union also has a call with any other name
 * and an unknown input. If all are unknown, it is the plain block.
 */
export type ToolUse<Request = unknown> = AnyToolUse<ToolInputs<Request>>;

type AnyToolUse<Inputs> = [KnownName<Inputs>] extends [never] ? ToolUseBlock : KnownToolUse<Inputs>;

/**
 * Distributes over the inputs, since the list of tools may depend on a condition: `tools(...(may ? [search] : []))`.
 */
type KnownToolUse<Inputs> = Inputs extends unknown
  ?
      | OneToolUse<Inputs, KnownName<Inputs>>
      | (string extends keyof Inputs ? TypedToolUse<UnknownType, unknown> : never)
  : never;

type OneToolUse<Inputs, Name extends keyof Inputs> = Name extends string
  ? TypedToolUse<Name, Inputs[Name]>
  : never;

/** The literal names, without an index signature. */
type KnownName<Inputs> = Inputs extends unknown
  ? keyof {
      [Name in keyof Inputs as string extends Name ? never : Name]: Inputs[Name];
    } &
      keyof Inputs &
      string
  : never;
