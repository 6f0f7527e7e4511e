import type { Because } from '../../wire/because.js';
import type { StateOf } from '../../wire/typed-request.js';
import type { edited } from '../prefix-problems.js';
import type { Field } from '../state.js';

/**
 * The previous request of a conversation, or the sentence in its place if the new request changes it: as far as both
 * are literal, or were built with known tools. The run time compares the rest.
 */
export type PreviousRequest<Body, After> = [EditedPrefix<Body, After>] extends [never]
  ? After
  : Because<EditedPrefix<Body, After>>;

type EditedPrefix<Body, After> = unknown extends After
  ? never
  :
      | EditedSystem<Literal<Field<Body, 'system'>>, Literal<Field<After, 'system'>>>
      | EditedTools<NamesOfTools<Body>, NamesOfTools<After>>
      | EditedTurns<Field<Body, 'messages'>, Field<After, 'messages'>>;

/** A text that the compiler knows; `never` for any other. */
type Literal<Text> = Text extends string ? (string extends Text ? never : Text) : never;

type EditedSystem<Now, Before> = [Now] extends [never]
  ? never
  : [Before] extends [never]
    ? never
    : Before extends Now
      ? never
      : Edited<'system', 'changed'>;

/** The names of a request's tools; any name, if the compiler does not know all of them. */
type NamesOfTools<Request> = 'tools' extends keyof StateOf<Request>
  ? keyof StateOf<Request>['tools']
  : 'tools' extends keyof Request
    ? Request extends { readonly tools: readonly { readonly name: infer Name }[] }
      ? Name
      : string
    : never;

type EditedTools<Now, Before> = [string] extends [Before | Now]
  ? never
  : Exclude<Before, Now> extends infer Name extends string
    ? Edited<`the tool ${Name}`, 'removed'>
    : never;

/** The first turn of the previous request that this one does not repeat. */
type EditedTurns<Now, Before, At extends readonly unknown[] = []> = Before extends readonly [
  infer Turn,
  ...infer Turns,
]
  ? Now extends readonly [infer Same, ...infer Rest]
    ? [EditedTurn<Same, Turn, At['length']>] extends [never]
      ? EditedTurns<Rest, Turns, [...At, Turn]>
      : EditedTurn<Same, Turn, At['length']>
    : Now extends readonly []
      ? Edited<`messages.${At['length']}`, 'removed'>
      : never
  : never;

type EditedTurn<Now, Before, At extends number> =
  Literal<Field<Before, 'role'>> extends Literal<Field<Now, 'role'>>
    ? [Literal<Field<Now, 'content'>>] extends [never]
      ? never
      : Literal<Field<Before, 'content'>> extends Literal<Field<Now, 'content'>>
        ? never
        : Edited<`messages.${At}.content.0`, 'changed'>
    : Edited<`messages.${At}`, 'changed'>;

type Edited<Subject extends string, What extends string> = ReturnType<typeof edited<Subject, What>>;
