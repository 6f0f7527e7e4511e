import { cost } from '../../models/cost/cost.js';
import { formatCost } from '../../models/cost/format-cost.js';
import type { Cost } from '../../models/cost/parts.js';
import { sumCosts } from '../../models/cost/sum-costs.js';
import { pricesAsOf } from '../../models/prices.js';
import type { AddCommand, Cli } from '../cli.js';

import { counted } from '../counted.js';
import { loggedAnswers } from '../logged-answers.js';
import { namedInputs } from '../read-input.js';
import { table } from '../table.js';

interface CostOptions {
  readonly stdin?: true;
  readonly json?: true;
  readonly model?: string;
  readonly batch?: true;
}

export const addCost: AddCommand = (program, cli) => {
  program
    .command('cost')
    .summary('add up the costs of logged answers')
    .description(
      'Adds up the costs of the answers in a log, per model. Nothing is sent.\n\n' +
        'A log is JSON Lines. Each line is an answer of the API, the result of a batch, a usage, or a record with one of ' +
        'these in message, response or body.',
    )
    .argument('[files...]', 'logs; - reads the standard input')
    .option('--stdin', 'read the standard input')
    .option('--json', 'print {"total", "models": [{model, answers, cost}], "unreadable", "pricesAsOf"}')
    .option('--model <id>', 'the model of usages that do not name one')
    .option('--batch', 'treat all answers as results of batches')
    .addHelpText(
      'after',
      '\nExamples:\n  clust cost answers.jsonl\n  cat logs/*.jsonl | clust cost --stdin --json',
    )
    .action((files: readonly string[], options: CostOptions) => addUp(files, options, cli));
};

/** The cost of a model's answers so far. */
interface Sum {
  answers: number;
  cost: Cost;
}

async function addUp(files: readonly string[], options: CostOptions, { terminal, end }: Cli): Promise<void> {
  const names = namedInputs(files, options, 'nothing to add up: name a log');
  const sums = new Map<string, Sum>();
  let unreadable = 0;
  for (const name of names) {
    for await (const logged of loggedAnswers(name, terminal)) {
      if (logged.kind === 'unreadable') {
        unreadable += 1;
        terminal.stderr.write(`${logged.file}:${logged.line}: no answer of the API, and no usage\n`);
      }
      if (logged.kind !== 'answer') continue;
      const { message, isOfBatch } = logged;
      const isBatch = options.batch || isOfBatch;
      const model = message.model ?? options.model;
      const spent = cost(message, {
        ...(message.model === undefined && { model }),
        ...(isBatch && { batch: true }),
      });
      const { answers, cost: before } = sums.get(model ?? '?') ?? { answers: 0, cost: sumCosts([]) };
      sums.set(model ?? '?', { answers: answers + 1, cost: sumCosts([before, spent]) });
    }
  }
  const total = sumCosts([...sums.values()].map((sum) => sum.cost));
  if (options.json) {
    const models = [...sums].map(([model, sum]) => ({ model, ...sum }));
    terminal.stdout.write(`${JSON.stringify({ total, models, unreadable, pricesAsOf }, null, 2)}\n`);
  } else print(sums, total, terminal);
  if (unreadable > 0) terminal.stderr.write(`${counted(unreadable, 'line')} could not be read\n`);
  if (unreadable > 0 || total.total === undefined) end(1);
}

const columns = [
  'input',
  'cacheWrite5m',
  'cacheWrite1h',
  'cacheRead',
  'output',
  'serverTools',
  'total',
] as const;
const heads = ['model', 'answers', 'input', 'write 5m', 'write 1h', 'read', 'output', 'tools', 'total'];

function print(sums: ReadonlyMap<string, Sum>, total: Cost, { stdout, stderr }: Cli['terminal']): void {
  const answers = [...sums.values()].reduce((sum, each) => sum + each.answers, 0);
  const rowOf = (name: string, sum: Sum) => [
    name,
    sum.answers.toLocaleString('en-US'),
    ...columns.map((part) => dollars(sum.cost[part])),
  ];
  const rows = [...sums].map(([model, sum]) => rowOf(model, sum));
  stdout.write(table([heads, ...rows, ...(sums.size === 1 ? [] : [rowOf('all', { answers, cost: total })])]));
  if (total.total === undefined) stderr.write(`${formatCost(total)}\n`);
  stderr.write(`US dollars, at the prices of ${pricesAsOf}\n`);
}

function dollars(amount: number | undefined): string {
  return amount === undefined ? '?' : amount.toFixed(4);
}
