import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { isValidationError } from '../../errors/guards.js';
import { defaultOutput, generateModule } from '../../functions/generate-module.js';
import { Project } from '../../functions/project.js';
import { SourceWatch } from '../../functions/source-watch.js';
import type { AddCommand, Cli } from '../cli.js';
import { CliError } from '../cli-error.js';
import { writeOutput } from '../write-output.js';

export interface ToolsOptions {
  readonly out?: string;
  readonly check?: true;
  readonly watch?: true;
  readonly tsconfig?: string;
}

export const addTools: AddCommand = (program, cli) => {
  program
    .command('tools')
    .summary('make tools from documented functions')
    .description(
      'Writes a module of typed tools for the functions that a file exports: names, descriptions and parameters come from\n' +
        'their comments and types. If some functions are marked with @tool, only those become tools.\n\n' +
        'Needs ts-json-schema-generator in the project.',
    )
    .argument('<files...>', 'TypeScript files with functions')
    .option(
      '--out <file>',
      'where to write the module of one file (default: src/weather.tools.ts for src/weather.ts)',
    )
    .option('--check', 'write nothing; the exit code is 1 if a module is missing or stale')
    .option('--watch', 'write again whenever a source file changes, until interrupted')
    .option('--tsconfig <file>', 'the compiler options (default: the nearest tsconfig.json above each file)')
    .addHelpText(
      'after',
      '\nExamples:\n  clust tools src/weather.ts\n  clust tools --check src/tools/*.ts\n  clust tools --watch src/weather.ts',
    )
    .action((files: readonly string[], options: ToolsOptions) => makeTools(files, options, cli));
};

/** A file with functions, and the module that is generated from it. */
interface Job {
  readonly file: string;
  readonly out: string;
}

export async function makeTools(
  files: readonly string[],
  options: ToolsOptions,
  cli: Cli,
  signal = new AbortController().signal,
): Promise<void> {
  const { out, check, watch, tsconfig } = options;
  if (out !== undefined && files.length > 1)
    throw new CliError('--out is for one file: leave it out, or name one');
  if (check && watch) throw new CliError('--check writes nothing and --watch keeps writing: use one of them');
  const jobs = files.map((name): Job => {
    const file = resolve(name);
    if (!/(?<!\.d)\.[cm]?tsx?$/.test(file))
      throw new CliError(`${name} is not a TypeScript file with functions`);
    return { file, out: out === undefined ? defaultOutput(file) : resolve(out) };
  });
  const project = new Project({ folder: process.cwd(), tsconfig });
  if (check) return checkModules(jobs, project, cli);
  if (watch) return writeOnChange(jobs, project, cli, signal);
  writeModules(jobs, project, cli);
}

function checkModules(jobs: readonly Job[], project: Project, { terminal, end }: Cli): void {
  for (const { file, out } of jobs) {
    const { code } = generateModule(project, file, out);
    const written = readIfThere(out);
    if (written === code) continue;
    const state = written === undefined ? 'is missing' : 'is stale';
    terminal.stdout.write(`${shown(out)} ${state}: run clust tools ${shown(file)}\n`);
    end(1);
  }
}

/** Returns the files that the modules depend on. */
function writeModules(jobs: readonly Job[], project: Project, { terminal }: Cli): readonly string[] {
  return jobs.flatMap(({ file, out }) => {
    const { code, sources } = generateModule(project, file, out);
    const isChanged = readIfThere(out) !== code;
    if (isChanged) writeOutput(out, code);
    terminal.stderr.write(`${shown(out)} ${isChanged ? 'written' : 'is up to date'}\n`);
    return sources;
  });
}

async function writeOnChange(
  jobs: readonly Job[],
  project: Project,
  cli: Cli,
  signal: AbortSignal,
): Promise<void> {
  const watch = new SourceWatch();
  watch.follow(jobs.map(({ file }) => file));
  try {
    while (!signal.aborted) {
      try {
        watch.follow(writeModules(jobs, project, cli));
      } catch (error) {
        // The next change may fix it.
        if (!isValidationError(error)) throw error;
        cli.terminal.stderr.write(`${error.message}\n`);
      }
      await watch.changed(signal);
    }
  } finally {
    watch.close();
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function shown(path: string): string {
  return relative(process.cwd(), path);
}
