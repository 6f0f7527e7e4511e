import type { Command } from 'commander';

/**
 * How a command ended:
 * - 0: it did what it was asked to do
 * - 1: it did, and the answer is no: a request has problems, a generated file is stale, an item of a batch failed
 * - 2: it could not: wrong usage, a file that cannot be read, no key, an error of the API
 */
export type ExitCode = 0 | 1 | 2;

/** What is read and written: `process`, or what a test gives in its place. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Takes results and nothing else, so that they can be piped. */
  readonly stdout: TerminalOutput;
  /** Takes what is said about the work: progress, summaries, errors. */
  readonly stderr: TerminalOutput;
}

export type TerminalOutput = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  /** The width; 0 in some pseudo terminals. */
  readonly columns?: number;
};

/** What a command gets from the program. */
export interface Cli {
  readonly terminal: Terminal;
  /** Says how the command ended. Without a call it ends with 0. */
  end(code: ExitCode): void;
}

/** Adds a command to the program; one file a command, in `commands/`. */
export type AddCommand = (program: Command, cli: Cli) => void;
