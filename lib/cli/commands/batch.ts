import { InvalidArgumentError } from 'commander';
import { isObject } from '../../base/is-object.js';
import { Client } from '../../client/client.js';
import type { BatchItem } from '../../endpoints/batches/batch-item.js';
import type { MessageBatchBody } from '../../wire/endpoints/message-batch.js';
import { batchProgress, totalOf } from '../batch-progress.js';
import type { AddCommand, Cli } from '../cli.js';
import { CliError } from '../cli-error.js';
import { counted } from '../counted.js';
import { JsonText } from '../json-text.js';
import { readInputs } from '../read-input.js';
import { ResultsFile } from '../results-file.js';

interface Json {
  readonly json?: true;
}

export const addBatch: AddCommand = (program, cli) => {
  const batch = program.command('batch').description('Sends batches of requests, and fetches their results.');
  batch
    .command('create')
    .description('Sends a batch and prints its id. Checks every request before it sends anything.')
    .argument(
      '<file>',
      'JSON Lines of {"custom_id", "params"}, or a batch in JSON; - reads the standard input',
    )
    .option('--json', 'print the batch')
    .action((file: string, options: Json) => create(file, options, cli));
  batch
    .command('watch')
    .description('Waits until a batch has ended. The exit code is 1 if not all of its requests succeeded.')
    .argument('<id>', 'the id that create printed')
    .option(
      '--poll <milliseconds>',
      'the time between two requests (default: 2 seconds at first, then longer)',
      milliseconds,
    )
    .option('--json', 'print the batch at the end')
    .action((id: string, options: WatchOptions) => watch(id, options, cli));
  batch
    .command('results')
    .description(
      'Writes the results of a batch that has ended, as JSON Lines. After an interruption, run it again: it appends the ' +
        'results that the file lacks. The exit code is 1 if not all of the requests succeeded.',
    )
    .argument('<id>', 'the id that create printed')
    .option('--out <file>', 'the file to write to (default: the standard output)')
    .action((id: string, options: { readonly out?: string }) => results(id, options, cli));
};

async function create(file: string, { json }: Json, { terminal }: Cli): Promise<void> {
  const [input] = await readInputs([file], terminal);
  const batch = await Client.fromEnv().batches.create(itemsIn(file, input?.text ?? ''));
  terminal.stdout.write(json ? `${JSON.stringify(batch, null, 2)}\n` : `${batch.id}\n`);
  terminal.stderr.write(
    `${counted(totalOf(batch.request_counts), 'request')} sent: clust batch watch ${batch.id}\n`,
  );
}

/** The requests of a batch. `batches.create()` checks them. */
function itemsIn(file: string, text: string): readonly BatchItem[] {
  const whole = new JsonText(text).read();
  if (whole.ok && isObject(whole.value) && Array.isArray(whole.value.requests)) return whole.value.requests;
  if (whole.ok && Array.isArray(whole.value)) return whole.value;
  const items = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const read = new JsonText(line, index + 1).read();
    if (!read.ok)
      throw new CliError(`${file}:${read.position.line}:${read.position.column}: ${read.message}`);
    return [read.value as BatchItem];
  });
  if (items.length === 0) throw new CliError(`${file} holds no request`);
  return items;
}

interface WatchOptions extends Json {
  readonly poll?: number;
}

async function watch(id: string, { poll, json }: WatchOptions, cli: Cli): Promise<void> {
  const { stdout, stderr } = cli.terminal;
  const progress = batchProgress(stderr);
  try {
    const ended = await Client.fromEnv().batches.wait(id, {
      poll,
      onProgress: (counts, batch) => progress.update(counts, batch),
    });
    progress.stop();
    if (json) stdout.write(`${JSON.stringify(ended, null, 2)}\n`);
    report(ended, cli);
  } finally {
    progress.stop();
  }
}

async function results(id: string, { out }: { readonly out?: string }, cli: Cli): Promise<void> {
  const client = Client.fromEnv();
  const batch = await client.batches.retrieve(id);
  const { stdout, stderr } = cli.terminal;
  const file = out === undefined ? undefined : await ResultsFile.open(out);
  try {
    for await (const result of client.batches.results(batch)) {
      const line = `${JSON.stringify(result)}\n`;
      if (file) await file.add(result.custom_id, line);
      else if (!stdout.write(line)) await new Promise((resolve) => stdout.once('drain', resolve));
    }
  } finally {
    await file?.close();
  }
  if (file) stderr.write(`${out}: ${counted(file.added, 'result')} added, ${file.kept} already there\n`);
  report(batch, cli);
}

function report({ id, request_counts: counts }: MessageBatchBody, { terminal, end }: Cli): void {
  const { succeeded, errored, canceled, expired } = counts;
  terminal.stderr.write(
    `${id} ended: ${succeeded} succeeded, ${errored} errored, ${canceled} canceled, ${expired} expired\n`,
  );
  if (succeeded < totalOf(counts)) end(1);
}

function milliseconds(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}
