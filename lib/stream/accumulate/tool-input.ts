import { PartialJson } from '../partial-json/partial-json.js';

/**
 * Why a tool's input cannot be used:
 * - `truncated`: the answer ended, or was cut, before the input was whole
 * - `invalid`: it is no JSON
 */
export interface ToolInputError {
  readonly reason: 'truncated' | 'invalid';
  /** One sentence. Answer the call with it, and the model can try again. */
  readonly message: string;
}

export interface ParsedToolInput {
  /** What the JSON says; `{}` when it cannot be read. */
  readonly input: unknown;
  readonly error: ToolInputError | undefined;
}

export const TRUNCATED_INPUT: ToolInputError = {
  reason: 'truncated',
  message: 'The input was cut off before it was whole.',
};

/** Reads the whole of a tool's input. One that cannot be read does not cost the turn: the error is a value. */
export function parseToolInput(raw: string): ParsedToolInput {
  // A tool without parameters is called with no JSON at all.
  if (raw.trim() === '') return { input: {}, error: undefined };
  try {
    return { input: JSON.parse(raw), error: undefined };
  } catch (error) {
    return { input: {}, error: isBeginning(raw) ? TRUNCATED_INPUT : invalidInput(error) };
  }
}

/** Whether it is JSON as far as it goes. */
function isBeginning(raw: string): boolean {
  const json = new PartialJson();
  json.push(raw);
  return !json.broken;
}

function invalidInput(error: unknown): ToolInputError {
  const why = error instanceof Error ? `: ${error.message}` : '';
  return { reason: 'invalid', message: `The input is not valid JSON${why}.` };
}
