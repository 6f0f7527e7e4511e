import type { Because } from '../../wire/because.js';
import type { RefusalIfKnown } from '../refusal-if-known.js';
import type { RefusedContext } from '../refusals.js';
import type { Field } from '../state.js';

/** The context management itself, or the sentence in place of its edits. */
export type ContextParameter<State, Management> = [
  RefusedContext<State, Field<Management, 'edits'>>,
] extends [never]
  ? Management
  : RefusalIfKnown<
      State,
      Management,
      { readonly edits: Because<RefusedContext<State, Field<Management, 'edits'>>> }
    >;

/** What it sets in the state if it compacts, which not every model supports. */
export type ContextPatch<Management> =
  Field<Management, 'edits'> extends readonly (infer Edit)[]
    ? Extract<Edit, { readonly type: 'compact_20260112' }> extends never
      ? unknown
      : { readonly compacts: Field<Management, 'edits'> }
    : unknown;

/** What a container sets in the state: that there is one, or that it has skills, which need a tool. */
export type ContainerPatch<Container> = Container extends {
  readonly skills: readonly [unknown, ...unknown[]];
}
  ? { readonly skills: true }
  : { readonly container: true };
