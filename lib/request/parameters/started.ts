import type { Because } from '../../wire/because.js';
import type { StateOf } from '../../wire/typed-request.js';
import type { missingFields } from '../missing-fields.js';
import type { AnyState, NothingSaid } from '../state.js';
import type { StartedBody } from './body.js';
import type { IsBuilt, StateOfBody } from './body-state.js';
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
    : StateOfBody<Given>;

/** The last role, as far as a body shows. */
export type StartedTurn<Given> =
  IsBuilt<Given> extends true
    ? unknown
    : Given extends { readonly messages: infer Messages extends readonly unknown[] }
      ? TurnAfterMessages<Messages>
      : 'messages' extends keyof Given
        ? unknown
        : NothingSaid;
