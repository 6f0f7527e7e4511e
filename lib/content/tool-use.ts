import type { ToolUseBlock } from '../wire/blocks/tool-use-block.js';
import type { UnknownType } from '../wire/open.js';
import type { ToolInputs } from '../wire/typed-request.js';

/** A call of one tool, its input typed. */
export interface TypedToolUse<Name extends string, Input> extends ToolUseBlock {
  readonly name: Name;
  readonly input: Input;
}

/**
 * A call that an answer to `Request` can hold: a union discriminated by `name`.
 *
 * Where the tools of the request are not all known (a toolset's members), a call by another name remains, with an
 * unknown input. Where none is known, it is the plain block.
 */
export type ToolUse<Request = unknown> = AnyToolUse<ToolInputs<Request>>;

type AnyToolUse<Inputs> = [KnownName<Inputs>] extends [never] ? ToolUseBlock : KnownToolUse<Inputs>;

/** Of each of the inputs, where which tools there are depends: `tools(...(may ? [search] : []))`. */
type KnownToolUse<Inputs> = Inputs extends unknown
  ?
      | OneToolUse<Inputs, KnownName<Inputs>>
      | (string extends keyof Inputs ? TypedToolUse<UnknownType, unknown> : never)
  : never;

type OneToolUse<Inputs, Name extends keyof Inputs> = Name extends string
  ? TypedToolUse<Name, Inputs[Name]>
  : never;

/** The names that are written out, without an index signature. */
type KnownName<Inputs> = Inputs extends unknown
  ? keyof {
      [Name in keyof Inputs as string extends Name ? never : Name]: Inputs[Name];
    } &
      keyof Inputs &
      string
  : never;
