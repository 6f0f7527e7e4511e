// Runs the `clust` command from a program. It checks stored requests, counts their tokens, adds up the cost of answers and
// lists models: `node scripts/run.mjs examples/command.ts`. In a terminal, run `npx clust check requests.jsonl`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startEndpointsServer } from './support/endpoints-server.js';

const command = fileURLToPath(new URL('dist/cli.js', import.meta.resolve('clust/package.json')));
const folder = mkdtempSync(join(tmpdir(), 'clust-command-'));
const server = await startEndpointsServer();

/** Runs the command, and prints its output and its exit code. */
async function clust(...args: readonly string[]): Promise<void> {
  console.log(`$ clust ${args.join(' ')}`);
  const env = { ...process.env, ANTHROPIC_BASE_URL: server, NO_COLOR: '1' };
  const child = spawn(process.execPath, [command, ...args], { cwd: folder, env });
  const [output, [exitCode]] = await Promise.all([
    Promise.all([text(child.stdout), text(child.stderr)]),
    once(child, 'exit'),
  ]);
  console.log(`${output.join('')}exit code ${exitCode}\n`);
}

const request = (max_tokens: number) =>
  JSON.stringify({
    model: 'claude-sonnet-5-5',
    max_tokens,
    messages: [{ role: 'user', content: 'Where is the capital of France?' }],
  });
const answer = { model: 'claude-sonnet-5-5', usage: { input_tokens: 14, output_tokens: 8 } };

writeFileSync(join(folder, 'requests.jsonl'), `${request(1024)}\n${request(200_000)}\n`);
writeFileSync(join(folder, 'request.json'), request(1024));
writeFileSync(join(folder, 'answers.jsonl'), `${JSON.stringify(answer)}\n`.repeat(3));

await clust('check', 'requests.jsonl');
await clust('count', 'request.json');
await clust('cost', 'answers.jsonl');
await clust('models');
rmSync(folder, { recursive: true });
