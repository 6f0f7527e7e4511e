import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { AddCommand, Cli } from '../cli.js';
import { CliError } from '../cli-error.js';
import { loadTsMorph } from '../migrate/load-ts-morph.js';
import { migrateFile } from '../migrate/migrate-file.js';

interface MigrateOptions {
  readonly check?: true;
  readonly tsconfig?: string;
}

export const addMigrate: AddCommand = (program, cli) => {
  program
    .command('migrate')
    .summary('move code from @anthropic-ai/sdk to clust')
    .description(
      'Changes code that uses @anthropic-ai/sdk into code that uses clust: clients, calls, error classes, types and tools.\n' +
        'If a person has to decide, it keeps the code and adds a comment, TODO(clust migrate).\n\n' +
        'Needs ts-morph in the project, and @anthropic-ai/sdk, whose types identify the code to change.',
    )
    .argument('<paths...>', 'TypeScript files, or folders with such files')
    .option(
      '--check',
      'write nothing; print what would change and what clust refuses; the exit code is 1 if anything is printed',
    )
    .option('--tsconfig <file>', 'the compiler options (default: tsconfig.json, if there is one)')
    .addHelpText('after', '\nExamples:\n  clust migrate --check src/\n  clust migrate src/')
    .action((paths: readonly string[], options: MigrateOptions) => migrate(paths, options, cli));
};

function migrate(
  paths: readonly string[],
  { check, tsconfig }: MigrateOptions,
  { terminal, end }: Cli,
): void {
  const folder = process.cwd();
  const morph = loadTsMorph(folder);
  const config = tsconfig ?? (existsSync(join(folder, 'tsconfig.json')) ? 'tsconfig.json' : undefined);
  const project = new morph.Project({
    ...(config === undefined
      ? { compilerOptions: { strict: true, moduleResolution: 100 } }
      : { tsConfigFilePath: config }),
    skipAddingFilesFromTsConfig: true,
  });
  const files = paths.flatMap((path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) throw new CliError(`there is no file or folder ${path}`);
    const glob = stats.isDirectory()
      ? [`${resolve(path)}/**/*.{ts,tsx,mts,cts}`, '!**/node_modules/**', '!**/*.d.ts']
      : resolve(path);
    return project.addSourceFilesAtPaths(glob);
  });
  let changed = 0;
  for (const file of files) {
    const migrated = migrateFile(morph, file);
    if (migrated === undefined) continue;
    changed += 1;
    const name = relative(folder, file.getFilePath());
    const { code, notes, refusals } = migrated;
    if (!check) writeFileSync(file.getFilePath(), code);
    terminal.stdout.write(`${name}: ${check ? 'would change' : 'changed'}\n`);
    for (const { line, text } of notes) terminal.stdout.write(`${name}:${line}: ${text}\n`);
    for (const { line, path, message } of refusals)
      terminal.stdout.write(`${name}:${line}: clust refuses ${path}: ${message}\n`);
  }
  terminal.stderr.write(`${changed} of ${files.length} files ${check ? 'would change' : 'changed'}\n`);
  if (check && changed > 0) end(1);
}
