import type { Because } from '../../wire/because.js';
import type { ToolChoice, ToolChoiceAuto } from '../../wire/tool-choice.js';
import type { Lazy, RefusalIfKnown } from '../refusal-if-known.js';
import type { RefusedChoiceType, RefusedToolChoice } from '../refusals.js';
import type { Field, SentChoice } from '../state.js';

/**
 * The argument of `toolChoice()` before any rule: a type, which is short for its object, or the object that is sent.
 */
export type ToolChoiceArgument = ToolChoice['type'] | ToolChoice | Nameless;

/** A choice without the name of its tool. It is included so that a sentence refuses it. */
interface Nameless {
  readonly type: 'tool';
}

/** What a tool choice sets in the state. The tool that it names may be added later. */
export type ToolChoicePatch<State, Argument> = Argument extends string
  ? 'chosenTool' extends keyof State
    ? Chosen<{ readonly type: Argument }, never>
    : ShortChoice<Argument>
  : Argument extends { readonly type: 'tool'; readonly name: infer Name }
    ? Chosen<{ readonly type: 'tool' }, [RefusedToolChoice<State, Argument>] extends [never] ? Name : never>
    : Chosen<Argument, never>;

interface ShortChoice<Type> {
  readonly toolChoice: { readonly type: Type };
}

interface Chosen<Choice, Name> {
  readonly toolChoice: Choice;
  /** `never` if it names no tool, or is already refused. */
  readonly chosenTool: Name;
}

/** The argument itself if the state accepts it; else the accepted values, and the sentence that refuses this one. */
export type ToolChoiceParameter<State, Argument> = [RefusedToolChoice<State, SentChoice<Argument>>] extends [
  never,
]
  ? Argument
  : RefusalIfKnown<State, Argument, Lazy<OfferAnyChoice<State, Argument>>>;

/**
 * The accepted values, and the sentence. As in `thinking()`, no condition distributes. The branches have no names,
 * which the compiler would print in place of them.
 */
type OfferAnyChoice<State, Argument> = [Argument] extends [string]
  ? Exclude<AllowedChoice<State>, 'tool'> | Because<RefusedToolChoice<State, SentChoice<Argument>>>
  : [Extract<Argument, string>] extends [never]
    ? ChoiceInstead<
        RefusedToolChoice<State, SentChoice<Argument>>,
        AllowedChoice<State>,
        keyof Field<State, 'tools'> & string,
        Argument
      >
    : // For a value of a wider type, the compiler checks all arguments at once.
        | Exclude<AllowedChoice<State>, 'tool'>
        | Because<RefusedToolChoice<State, SentChoice<Argument>>>
        | ChoiceInstead<
            RefusedToolChoice<State, SentChoice<Argument>>,
            AllowedChoice<State>,
            keyof Field<State, 'tools'> & string,
            Argument
          >;

/**
 * The refusal of an object is shown on its name if the type is accepted, else on its type. An interface, as for
 * `thinking()`.
 */
interface ChoiceInstead<Sentence extends string, Allowed, Names, Argument>
  extends Omit<ToolChoiceAuto, 'type'> {
  readonly type: Allowed | Because<Sentence>;
  readonly name: [Argument] extends [{ readonly type: Allowed }] ? Names | Because<Sentence> : unknown;
}

/** The accepted types. `any` and `tool` are accepted or refused together. */
type AllowedChoice<State> = State extends unknown
  ? 'auto' | 'none' | ([RefusedChoiceType<State, 'any'>] extends [never] ? 'any' | 'tool' : never)
  : never;
