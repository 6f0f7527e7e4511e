import type { Flat } from '../../base/types.js';
import type { Because } from '../../wire/because.js';
import type { StateOf } from '../../wire/typed-request.js';
import type { missingFields } from '../missing-fields.js';
import type { AnyState, NoTurns } from '../state.js';
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

/** The state at the start. For a request of unknown origin, it only has a model. */
export type StartedState<Given> =
  IsBuilt<Given> extends true
    ? unknown extends StateOf<Given>
      ? AnyState
      : StateOf<Given>
    : Flat<StateOfBody<Given> & NeededLater<Given>>;

/** The state that only later steps need. In a whole body, these fields are checked directly with each other. */
type NeededLater<Body> = (Body extends { readonly cache_control: infer Control extends object }
  ? { readonly cache: readonly [TtlOf<Control>] }
  : unknown) &
  (Body extends { readonly tool_choice: { readonly type: 'tool'; readonly name: infer Name } }
    ? { readonly chosenTool: Name }
    : unknown) &
  (Body extends { readonly container: infer Value extends object } ? ContainerPatch<Value> : unknown);

/** The last turn, as far as the type of the body shows it. */
export type StartedTurn<Given> =
  IsBuilt<Given> extends true
    ? unknown
    : Given extends { readonly messages: infer Messages extends readonly unknown[] }
      ? TurnAfterMessages<Messages>
      : 'messages' extends keyof Given
        ? unknown
        : NoTurns;
