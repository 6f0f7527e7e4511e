import { readFile } from 'node:fs/promises';
import { Option } from 'commander';
import { Client } from '../../client/client.js';
import { findModel } from '../../models/find-model.js';
import type { ModelInfo } from '../../wire/endpoints/model-info.js';
import type { AddCommand, Cli } from '../cli.js';
import { CliError } from '../cli-error.js';
import { counted } from '../counted.js';
import { difference } from '../difference.js';
import { disagreementsOn, generateModel, generateModule } from '../generate-models.js';
import { table } from '../table.js';
import { writeOutput } from '../write-output.js';

interface ModelsOptions {
  readonly out?: string;
  readonly check?: true;
  readonly json?: true;
  readonly lifecycle?: readonly string[];
}

export const addModels: AddCommand = (program, cli) => {
  program
    .command('models')
    .summary('list the models of the account, or write them as code')
    .description(
      'Lists the models of the account, from GET /v1/models, with the prices that this release knows.\n\n' +
        'With --out it writes a module of defineModel() constants, with the facts that the API reports and, for the others, ' +
        'those of this release. With --check it writes nothing, and the exit code is 1 if the module is stale.',
    )
    .option('--out <file>', 'write a module, such as src/models.gen.ts')
    .option('--check', 'compare the module with the account, and write nothing')
    .option('--json', 'print {"models", "disagreements"}')
    .addOption(
      new Option('--lifecycle <stages...>', 'which models (default: active and deprecated)').choices([
        'active',
        'deprecated',
        'retired',
      ]),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  clust models\n  clust models --out src/models.gen.ts\n  clust models --check --out src/models.gen.ts',
    )
    .action((options: ModelsOptions) => models(options, cli));
};

async function models({ out, check, json, lifecycle }: ModelsOptions, cli: Cli): Promise<void> {
  if (check && out === undefined) throw new CliError('--check needs --out FILE: the module to compare');
  const infos: ModelInfo[] = [];
  for await (const info of Client.fromEnv().models.list({ limit: 1000, ...(lifecycle && { lifecycle }) }))
    infos.push(info);
  const { stdout, stderr } = cli.terminal;
  const disagreements = infos.flatMap(disagreementsOn);
  if (json) stdout.write(`${JSON.stringify({ models: infos, disagreements }, null, 2)}\n`);
  else {
    if (out === undefined) stdout.write(table([heads, ...infos.map(rowOf)]));
    for (const { id, trait, api, catalog } of disagreements)
      stderr.write(
        `${id}: ${trait} is ${JSON.stringify(api)} in the API, ${JSON.stringify(catalog)} in clust\n`,
      );
  }
  if (out !== undefined) await writeOrCheck(out, check === true, infos, cli);
}

const heads = ['id', 'max output', 'context', 'in', 'out', 'stage', 'retires'];

function rowOf({ id, max_tokens, max_input_tokens, lifecycle, retires_at }: ModelInfo): readonly string[] {
  const known = findModel(id);
  const tokens = (count: number | null | undefined) => (count == null ? '?' : count.toLocaleString('en-US'));
  const price = (amount: number | undefined) => (amount === undefined ? '?' : `$${amount}`);
  return [
    id,
    tokens(max_tokens ?? known?.maxOutputTokens),
    tokens(max_input_tokens ?? known?.contextWindow),
    price(known?.price?.input),
    price(known?.price?.output),
    lifecycle ?? known?.lifecycle.stage ?? '?',
    retires_at?.slice(0, 10) ?? '-',
  ];
}

async function writeOrCheck(
  out: string,
  isCheck: boolean,
  infos: readonly ModelInfo[],
  { terminal, end }: Cli,
): Promise<void> {
  const generated = infos.flatMap((info) => {
    const model = generateModel(info);
    if (model === undefined) terminal.stderr.write(`${info.id} left out: its output limit is unknown\n`);
    return model ?? [];
  });
  const code = generateModule(generated, `clust models --out ${out}`);
  if (!isCheck) {
    writeOutput(out, code);
    terminal.stderr.write(`${out} written: ${counted(generated.length, 'model')}\n`);
    return;
  }
  const written = await readFile(out, 'utf8').catch(() => undefined);
  if (written === code) return;
  const differing = written === undefined ? ['the file does not exist'] : difference(written, code);
  terminal.stdout.write(`${out} is stale: run clust models --out ${out}\n`);
  terminal.stdout.write(differing.map((line) => `  ${line}\n`).join(''));
  end(1);
}
