// The ways in which a function may be written and exported, and what its comment may hold.

import type { ToolContext as Context } from 'clust';
import { structArgument } from './macro.js';

export { structArgument as reExported };

/**
 * Shows {@link structArgument | another function}, in a text
 * that is broken over two lines.
 *
 * - a first point
 * - a second point
 *
 * It isn't called "quotes" for nothing.
 *
 * @remarks It has remarks, too.
 * @returns what the model is not told.
 */
export const arrow = (): string => 'arrow';

/**
 * Is an expression.
 *
 * @param context - Named as the other one is.
 */
export const expression = function (context: string, toolContext?: Context): string {
  return `${context} ${toolContext?.signal.aborted}`;
};

type Handler = (text: string) => string;

/**
 * Is typed by the constant.
 *
 * @param text A text.
 */
export const typed: Handler = (text) => text.toUpperCase();

/**
 * Has a name of its own.
 *
 * @toolName HTTP-Status
 */
export default function getHTTPStatus2(): number {
  return 200;
}

/** Is no function. */
export const limit = 3;

/** Is a class. */
export class Station {
  readonly name = 'station';
}
