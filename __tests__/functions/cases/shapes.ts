// Functions that are written, exported and documented in different ways.

import type { ToolContext as Context } from 'clust';
import { structArgument } from './macro.js';

export { structArgument as reExported };

/**
 * Links to {@link structArgument | another function}, in a text
 * that spans two lines.
 *
 * - a first point
 * - a second point
 *
 * It isn't called "quotes" for nothing.
 *
 * @remarks It has remarks, too.
 * @returns a text that is not sent to the model.
 */
export const arrow = (): string => 'arrow';

/**
 * Is an expression.
 *
 * @param context - A parameter named like the tool context.
 */
export const expression = function (context: string, toolContext?: Context): string {
  return `${context} ${toolContext?.signal.aborted}`;
};

type Handler = (text: string) => string;

/**
 * Has the type of its constant.
 *
 * @param text A text.
 */
export const typed: Handler = (text) => text.toUpperCase();

/**
 * Has a custom tool name.
 *
 * @toolName HTTP-Status
 */
export default function getHTTPStatus2(): number {
  return 200;
}

/** Is not a function. */
export const limit = 3;

/** Is a class. */
export class Station {
  readonly name = 'station';
}
