// Runs TypeScript programs one after the other, with the built package:
//
//     node scripts/run.mjs [--embedded] [--pace <milliseconds>] examples/<name>.ts …
//
// With --embedded, or without ANTHROPIC_API_KEY, the programs use the embedded server. They need no change for it, because
// `Client.fromEnv()` reads the address from the environment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values, positionals: programs } = parseArgs({
  allowPositionals: true,
  options: {
    embedded: { type: 'boolean', default: false },
    pace: { type: 'string', default: '0' },
  },
});

const root = fileURLToPath(new URL('..', import.meta.url));
// The compiled programs are inside the repository, where `import 'clust'` resolves to the built package.
mkdirSync(join(root, '.cache'), { recursive: true });
const folder = mkdtempSync(join(root, '.cache/run-'));

try {
  if (values.embedded || !process.env.ANTHROPIC_API_KEY) await withEmbeddedServer(runAll);
  else await runAll(process.env);
} finally {
  rmSync(folder, { recursive: true });
}

async function withEmbeddedServer(action) {
  const { startEmbeddedServer } = await import(
    await compile(join(root, 'examples/support/embedded-server.ts'))
  );
  const server = await startEmbeddedServer({ pace: Number(values.pace) });
  const { ANTHROPIC_AUTH_TOKEN: _, ...env } = process.env;
  try {
    await action({ ...env, ANTHROPIC_API_KEY: 'embedded', ANTHROPIC_BASE_URL: server.url });
  } finally {
    await server.stop();
  }
}

async function runAll(env) {
  for (const program of programs) {
    const child = spawn(process.execPath, [fileURLToPath(await compile(program))], { env, stdio: 'inherit' });
    const [code] = await once(child, 'exit');
    process.exitCode ||= code ?? 1;
  }
}

/** Bundles a program and its own modules into one file. Imports of packages stay imports. */
async function compile(program) {
  const outfile = join(folder, `${basename(program, '.ts')}.mjs`);
  await build({
    entryPoints: [program],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  return pathToFileURL(outfile).href;
}
