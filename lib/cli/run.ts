import { Command, CommanderError } from 'commander';
import { isClustError } from '../errors/guards.js';
import { version } from '../version.js';
import type { AddCommand, ExitCode, Terminal } from './cli.js';
import { CliError } from './cli-error.js';
import { addBatch } from './commands/batch.js';
import { addChat } from './commands/chat.js';
import { addCheck } from './commands/check.js';
import { addCost } from './commands/cost.js';
import { addCount } from './commands/count.js';
import { addMigrate } from './commands/migrate.js';
import { addModels } from './commands/models.js';
import { addTools } from './commands/tools.js';

/** In the order of `clust --help`. */
const commands: readonly AddCommand[] = [
  addBatch,
  addChat,
  addCheck,
  addCost,
  addCount,
  addMigrate,
  addModels,
  addTools,
];

/**
 * Runs one command line (without `node` and the program name) and returns the exit code.
 *
 * Errors of the user and of the API are printed to `stderr` in one line. Any other error is thrown.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = programFor(terminal);
  const end = (next: ExitCode) => {
    code = next;
  };
  for (const add of commands) add(program, { terminal, end });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    // commander has printed the error, or the help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof CliError || isClustError(error))) throw error;
    terminal.stderr.write(`clust: ${error.message}\n`);
    return 2;
  }
  return code;
}

function programFor({ stdout, stderr }: Terminal): Command {
  return new Command('clust')
    .description('Checks, prices and sends requests to the Claude API.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => widthOf(stdout),
      getErrHelpWidth: () => widthOf(stderr),
      getOutHasColors: () => stdout.isTTY === true,
      getErrHasColors: () => stderr.isTTY === true,
    })
    .configureHelp({ sortSubcommands: false })
    .showHelpAfterError('(clust --help lists the commands; clust help COMMAND explains one)')
    .addHelpText(
      'after',
      `
Exit codes: 0 success; 1 a problem was found (in a request, a stale file, a failed item); 2 failure (usage, files, API).
Results go to stdout, everything else to stderr. NO_COLOR turns colors off.
ANTHROPIC_API_KEY (or ANTHROPIC_AUTH_TOKEN) is the credential, ANTHROPIC_BASE_URL the address of the API.`,
    );
}

/** A pipe has no width, and some pseudo terminals report 0. */
function widthOf({ columns = 0 }: { readonly columns?: number }): number {
  return columns > 0 ? columns : 80;
}
