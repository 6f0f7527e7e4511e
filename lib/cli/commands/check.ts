import { Option } from 'commander';
import { MessagesRequest } from '../../request/messages-request.js';
import { Version } from '../../values/version.js';
import type { AddCommand, Cli } from '../cli.js';
import { counted } from '../counted.js';
import type { Position } from '../json-text.js';
import { namedInputs, readInputs } from '../read-input.js';
import { type StoredRequest, storedRequests } from '../stored-requests.js';

interface CheckOptions {
  readonly stdin?: true;
  readonly json?: true;
  readonly apiVersion?: Version;
  readonly beta?: readonly string[];
  readonly unknownFields: 'refuse' | 'keep';
}

/** A problem of a stored request, and its position in the file. */
interface Finding extends Position {
  readonly file: string;
  /** From the root of the JSON that contains the request. */
  readonly path: string;
  readonly rule: string;
  readonly message: string;
}

export const addCheck: AddCommand = (program, cli) => {
  program
    .command('check')
    .summary('check stored requests against every rule of the API')
    .description(
      'Checks stored requests against every rule that the builder knows. Nothing is sent.\n\n' +
        'A file contains a request, a list of requests, a batch, or one of these on each line (JSON Lines).',
    )
    .argument('[files...]', 'files with requests; - reads the standard input')
    .option('--stdin', 'read the standard input')
    .option('--json', 'print {"requests", "problems": [{file, line, column, path, rule, message}]}')
    .addOption(
      new Option('--api-version <version>', 'check the rules of this API version too').choices(
        Object.values(Version),
      ),
    )
    .option('--beta <name>', 'a beta that the requests are sent with; may be repeated', collect)
    .addOption(
      new Option(
        '--unknown-fields <policy>',
        'what to do with fields of requests and turns that this release does not know',
      )
        .choices(['refuse', 'keep'])
        .default('refuse'),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  clust check request.json\n  clust check --api-version 2026-10-21 logs/*.jsonl\n  jq .body log.json | clust check --stdin',
    )
    .action((files: readonly string[], options: CheckOptions) => check(files, options, cli));
};

async function check(files: readonly string[], options: CheckOptions, { terminal, end }: Cli): Promise<void> {
  const names = namedInputs(files, options, 'nothing to check: name a file');
  const requests = (await readInputs(names, terminal)).flatMap(storedRequests);
  const findings = requests.flatMap((request) => findingsIn(request, options));
  if (options.json) {
    terminal.stdout.write(`${JSON.stringify({ requests: requests.length, problems: findings }, null, 2)}\n`);
  } else {
    for (const finding of findings) terminal.stdout.write(`${lineOf(finding)}\n`);
    const number = findings.length === 0 ? 'no problems' : counted(findings.length, 'problem');
    terminal.stderr.write(`${number} in ${counted(requests.length, 'request')}\n`);
  }
  if (findings.length > 0) end(1);
}

function findingsIn({ file, json, path, read }: StoredRequest, options: CheckOptions): readonly Finding[] {
  if (!read.ok) return [{ file, ...read.position, path: '', rule: 'json', message: read.message }];
  const { apiVersion: version, beta: betas, unknownFields } = options;
  return MessagesRequest.problems(read.value, { version, betas, unknownFields }).map((problem) => {
    const whole = [...path, ...problem.path.split('.').filter((part) => part !== '')];
    return {
      file,
      ...json.positionOf(whole),
      path: whole.join('.'),
      rule: problem.rule,
      message: problem.message,
    };
  });
}

function lineOf({ file, line, column, path, message, rule }: Finding): string {
  return `${file}:${line}:${column}: ${path === '' ? '' : `${path}: `}${message} (${rule})`;
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
