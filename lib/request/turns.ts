import type { MessageParam } from '../wire/message-param.js';
import { freezeJson } from './freeze.js';

/**
 * The conversation of a builder: a list, or a list with one more turn.
 *
 * A method that appends a turn refers to the turns before it and copies none of them, so its cost does not depend on
 * the length of the conversation. `build()` creates the one list that is sent.
 */
export type Turns = readonly MessageParam[] | AppendedTurn;

interface AppendedTurn {
  readonly before: Turns;
  readonly turn: MessageParam;
}

export function appendTurn(before: Turns = [], turn: object): Turns {
  return { before, turn: freezeJson(turn) as MessageParam };
}

/** The turns as one frozen list. A list from `messages()` stays the same object. */
export function listOfTurns(turns: Turns): readonly MessageParam[] {
  if (!isAppended(turns)) return turns;
  const list: MessageParam[] = [];
  let rest: Turns = turns;
  for (; isAppended(rest); rest = rest.before) list.push(rest.turn);
  // JavaScript callers may have passed anything to `messages()`; the shape check reports it.
  return freezeJson([...(Array.isArray(rest) ? rest : [rest]), ...list.reverse()]);
}

function isAppended(turns: Turns): turns is AppendedTurn {
  return typeof turns === 'object' && 'before' in turns;
}
