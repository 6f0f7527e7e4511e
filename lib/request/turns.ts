import type { MessageParam } from '../wire/message-param.js';
import { freezeJson } from './freeze.js';

/**
 * The conversation of a builder: a list, or a list with one turn more.
 *
 * A step that appends a turn refers to the turns before it and copies none of them, so its time and its memory do not
 * depend on the length of the conversation. `build()` makes the one list that is sent.
 */
export type Turns = readonly MessageParam[] | AppendedTurn;

interface AppendedTurn {
  readonly before: Turns;
  readonly turn: MessageParam;
}

export function appendTurn(before: Turns = [], turn: object): Turns {
  return { before, turn: freezeJson(turn) as MessageParam };
}

/** The turns as one frozen list; a list that `messages()` took stays the same object. */
export function listOfTurns(turns: Turns): readonly MessageParam[] {
  if (!isAppended(turns)) return turns;
  const list: MessageParam[] = [];
  let rest: Turns = turns;
  for (; isAppended(rest); rest = rest.before) list.push(rest.turn);
  // JavaScript callers may have passed something else to `messages()`: the check of the shape names it.
  return freezeJson([...(Array.isArray(rest) ? rest : [rest]), ...list.reverse()]);
}

function isAppended(turns: Turns): turns is AppendedTurn {
  return typeof turns === 'object' && 'before' in turns;
}
