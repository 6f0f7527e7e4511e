/** Ends a command. The message is printed without a stack, and the exit code is 2. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
