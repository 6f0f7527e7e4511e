// The tour that `npm start` runs. Each stop shows its code, and then the output of the code.
import { readFileSync } from 'node:fs';
import { Client, isClustError, type Usage } from 'clust';
import { bold, dim, green, listing, table } from './support/terminal.js';
import { ask } from './tour/ask.js';
import { call } from './tour/call.js';
import { converse } from './tour/converse.js';
import { fail } from './tour/fail.js';
import { look } from './tour/look.js';
import { parse } from './tour/parse.js';
import { compile, refused } from './tour/refuse.js';
import { stream } from './tour/stream.js';

interface Stop {
  readonly title: string;
  readonly code: string;
  /** Returns the usage of each answer that it received. */
  readonly run: (client: Client) => Promise<readonly Usage[]>;
}

// The compiler is slow, so it starts now. Its output is shown at a later stop.
const compiled = compile('hello.ts', refused);

const stops: readonly Stop[] = [
  { title: 'Ask a question', code: bodyOf('ask'), run: ask },
  { title: 'Stream an answer', code: bodyOf('stream'), run: stream },
  { title: 'Hold a conversation', code: bodyOf('converse'), run: converse },
  { title: 'Ask about an image', code: bodyOf('look'), run: look },
  { title: 'Let the model call a function', code: bodyOf('call'), run: call },
  { title: 'Get a typed answer', code: bodyOf('parse'), run: parse },
  { title: 'Compile a request that the API would reject', code: refused, run: showRefusal },
  { title: 'Call a model that does not exist', code: bodyOf('fail'), run: fail },
];

try {
  await walk(Client.fromEnv());
} catch (error) {
  if (!isClustError(error)) throw error;
  console.error(`\nThe tour stopped: ${error.message}`);
  process.exitCode = 1;
}

async function walk(client: Client): Promise<void> {
  const isEmbedded = process.env.ANTHROPIC_API_KEY === 'embedded';
  console.log(bold('\nA tour of clust'));
  console.log(
    dim(isEmbedded ? 'with the embedded server: no API key, no network' : `with ${client.baseUrl}`),
  );

  const rows: [title: string, input: number, output: number, milliseconds: number][] = [];
  for (const [index, { title, code, run }] of stops.entries()) {
    console.log(`\n\n${green(`${index + 1}`)} ${bold(title)}\n\n${listing(code)}\n`);
    const start = performance.now();
    const usages = await run(client);
    const input = sum(usages.map((usage) => usage.input_tokens));
    const output = sum(usages.map((usage) => usage.output_tokens));
    rows.push([title, input, output, Math.round(performance.now() - start)]);
  }

  const total = ([1, 2, 3] as const).map((column) => sum(rows.map((row) => row[column])));
  console.log(bold('\n\nTokens and time\n'));
  console.log(table([['', 'input tokens', 'output tokens', 'ms'], ...rows, ['total', ...total]]));
  console.log('\nNext: read docs/getting-started.md, and run the other programs in examples/.');
  if (isEmbedded) console.log('Set ANTHROPIC_API_KEY to use Claude instead of the embedded server.');
}

async function showRefusal(): Promise<readonly Usage[]> {
  console.log(dim('$ npx tsc hello.ts\n'));
  console.log((await compiled).trimEnd());
  return [];
}

/** The source code of a stop: the body of its function, up to the `return` statement. */
function bodyOf(name: string): string {
  const source = readFileSync(`examples/tour/${name}.ts`, 'utf8');
  const [, body = ''] = /\nexport async function [^\n]*\n([\s\S]*?)\n {2}return /.exec(source) ?? [];
  return body.replace(/^ {2}/gm, '');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
