import type { Command } from 'commander';

/**
 * How a command ended:
 * - 0: it succeeded
 * - 1: it ran, and found a problem: an invalid request, a stale generated file, a failed item of a batch
 * - 2: it failed: wrong usage, an unreadable file, no key, an API error
 */
export type ExitCode = 0 | 1 | 2;

/** The input and output: `process`, or a replacement in tests. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Receives results only, so that they can be piped. */
  readonly stdout: TerminalOutput;
  /** Receives everything else: progress, summaries, errors. */
  readonly stderr: TerminalOutput;
}

export type TerminalOutput = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  /** The width. Some pseudo terminals report 0. */
  readonly columns?: number;
};

/** What the program passes to a command. */
export interface Cli {
  readonly terminal: Terminal;
  /** Sets the exit code. Default: 0. */
  end(code: ExitCode): void;
}

/** Adds a command to the program. Each command is a file in `commands/`. */
export type AddCommand = (program: Command, cli: Cli) => void;
