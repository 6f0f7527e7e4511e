import { PartialJson } from '../partial-json/partial-json.js';

/**
 * Why a tool's input cannot be used:
 * - `truncated`: the answer ended, or was cut off, before the input was complete
 * - `invalid`: it is not valid JSON
 */
export interface ToolInputError {
  readonly reason: 'truncated' | 'invalid';
  /** One sentence. Send it as the tool's result, and the model can try again. */
  readonly message: string;
}

export interface ParsedToolInput {
  /** The parsed JSON; `{}` if it cannot be parsed. */
  readonly input: unknown;
  readonly error: ToolInputError | undefined;
}

export const TRUNCATED_INPUT: ToolInputError = {
  reason: 'truncated',
  message: 'The input was cut off before it was complete.',
};

/**
 * Parses the whole of a tool's input. Returns an error instead of throwing it, so the rest of the answer can still be
 * used.
 */
export function parseToolInput(raw: string): ParsedToolInput {
  // The API sends no JSON at all for a call without arguments.
  if (raw.trim() === '') return { input: {}, error: undefined };
  try {
    return { input: JSON.parse(raw), error: undefined };
  } catch (error) {
    return { input: {}, error: isValidSoFar(raw) ? TRUNCATED_INPUT : invalidInput(error) };
  }
}

/** Whether the text is valid JSON as far as it goes. */
function isValidSoFar(raw: string): boolean {
  const json = new PartialJson();
  json.push(raw);
  return !json.broken;
}

function invalidInput(error: unknown): ToolInputError {
  const why = error instanceof Error ? `: ${error.message}` : '';
  return { reason: 'invalid', message: `The input is not valid JSON${why}.` };
}
