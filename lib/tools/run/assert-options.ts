import { type Problem, ValidationError } from '../../errors/validation-error.js';
import { decisions, type GateAnswer } from '../call-options.js';

/** The minimum of each limit. `Infinity` means no limit. */
const minimums = { maxTurns: 1, maxPauses: 0, concurrency: 1, toolTimeout: 1 };

/**
 * Checks the limits. A value that is not a number, for example from the environment, would limit nothing.
 *
 * @throws {ValidationError} The message names each option that is out of its range.
 */
export function assertLimits(
  options: { readonly [Name in keyof typeof minimums]?: number | undefined },
): void {
  const problems: Problem[] = [];
  for (const [name, from] of Object.entries(minimums)) {
    const value: unknown = Reflect.get(options, name);
    if (value === undefined || Number(value) >= from) continue;
    problems.push(refusal(name, `must be a number from ${from} up, not ${value}`));
  }
  if (problems.length > 0) throw new ValidationError(problems);
}

/**
 * Checks the decision of a gate. An unknown value must not count as approval.
 *
 * @throws {ValidationError} If the value is not a decision.
 */
export function assertDecision(decision: unknown): asserts decision is GateAnswer {
  if (decision === undefined || decision === 'approve' || decision === 'deny') return;
  const isObject = typeof decision === 'object' && decision !== null;
  if (isObject && ['deny', 'input', 'result'].some((field) => field in decision)) return;
  const given = isObject
    ? `an object with ${Object.keys(decision).join(', ') || 'nothing'}`
    : String(decision);
  throw new ValidationError([refusal('onToolCall', `${decisions}, not ${given}`)]);
}

function refusal(path: string, message: string): Problem {
  return { path, rule: 'option-range', message };
}
