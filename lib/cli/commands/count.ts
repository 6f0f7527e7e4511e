import { Client } from '../../client/client.js';
import { isValidationError } from '../../errors/guards.js';
import { estimate } from '../../models/cost/estimate.js';
import { formatCost } from '../../models/cost/format-cost.js';
import { MessagesRequest } from '../../request/messages-request.js';
import type { AddCommand, Cli } from '../cli.js';
import { CliError } from '../cli-error.js';
import { namedInputs, readInputs } from '../read-input.js';
import { storedRequests } from '../stored-requests.js';

interface CountOptions {
  readonly stdin?: true;
  readonly json?: true;
}

export const addCount: AddCommand = (program, cli) => {
  program
    .command('count')
    .summary('count the tokens of stored requests')
    .description(
      'Counts the tokens of stored requests with POST /v1/messages/count_tokens, which is free, and prints the most that ' +
        'each can cost. The exit code is 1 if a request does not fit the context window of its model.',
    )
    .argument('[files...]', 'files with requests, as clust check reads them; - reads the standard input')
    .option('--stdin', 'read the standard input')
    .option('--json', 'print [{file, path, model, inputTokens, fits, cost}]')
    .action((files: readonly string[], options: CountOptions) => count(files, options, cli));
};

async function count(files: readonly string[], options: CountOptions, { terminal, end }: Cli): Promise<void> {
  const names = namedInputs(files, options, 'nothing to count: name a file');
  const requests = (await readInputs(names, terminal)).flatMap(storedRequests);
  const client = Client.fromEnv();
  const counts = [];
  for (const { file, path, json, read } of requests) {
    const { line } = json.positionOf(path);
    if (!read.ok) throw new CliError(`${file}:${read.position.line}: ${read.message}`);
    const request = parsed(read.value, `${file}:${line}`);
    const { input_tokens: inputTokens, fits } = await client.countTokens(request);
    const cost = estimate(request, { inputTokens });
    counts.push({ file, path: path.join('.'), model: request.model, inputTokens, fits, cost });
    if (fits === false) end(1);
    if (options.json) continue;
    const verdict = fits === false ? ', more than fits its model with max_tokens' : '';
    terminal.stdout.write(
      `${file}:${line}: ${inputTokens.toLocaleString('en-US')} tokens${verdict}, ${request.model}, at most ${formatCost(cost)}\n`,
    );
  }
  if (options.json) terminal.stdout.write(`${JSON.stringify(counts, null, 2)}\n`);
}

/** @throws {CliError} With the position of a request that breaks a rule. */
function parsed(value: unknown, position: string): MessagesRequest {
  try {
    return MessagesRequest.parse(value);
  } catch (error) {
    throw isValidationError(error) ? new CliError(`${position}: ${error.message}`, { cause: error }) : error;
  }
}
