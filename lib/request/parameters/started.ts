import type { Flat } from '../../base/types.js';
import type { Because } from '../../wire/because.js';
import type { StateOf } from '../../wire/typed-request.js';
import type { missingFields } from '../missing-fields.js';
import type { AnyState, NothingSaid } from '../state.js';
import type { StartedBody } from './body.js';
import type { IsBuilt, StateOfBody } from './body-state.js';
import type { TtlOf } from './cache.js';
import type { ContainerPatch } from './context-management.js';
import type { TurnAfterMessages } from './last-turn.js';

/** What a builder continues from: a request, or a body that no rule refuses so far. */
export type GivenToStart<Given> =
  IsBuilt<Given> extends true
    ? Given
    : 'model' extends keyof Given
      ? StartedBody<Given>
      : Because<(typeof missingFields)['model']>;

/** The state at the start; for a request of unknown origin only that it has a model. */
export type StartedState<Given> =
  IsBuilt<Given> extends true
    ? unknown extends StateOf<Given>
      ? AnyState
      : StateOf<Given>
    : Flat<StateOfBody<Given> & NeededLater<Given>>;

/** What later steps are checked with, and a body that is whole is not: its fields are checked with each other. */
type NeededLater<Body> = (Body extends { readonly cache_control: infer Control extends object }
  ? { readonly cache: readonly [TtlOf<Control>] }
  : unknown) &
  (Body extends { readonly tool_choice: { readonly type: 'tool'; readonly name: infer Name } }
    ? { readonly chosenTool: Name }
    : unknown) &
  (Body extends { readonly container: infer Value extends object } ? ContainerPatch<Value> : unknown);

/** The last role, as far as a body shows. */
export type StartedTurn<Given> =
  IsBuilt<Given> extends true
    ? unknown
    : Given extends { readonly messages: infer Messages extends readonly unknown[] }
      ? TurnAfterMessages<Messages>
      : 'messages' extends keyof Given
        ? unknown
        : NothingSaid;
