import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Builds and starts a Next.js app with a route for each of its runtimes. Returns the problem, or `undefined`. */
export async function runNext(folder, { code, expected }) {
  const app = join(folder, 'next-app');
  rmSync(app, { recursive: true, force: true });
  for (const runtime of ['nodejs', 'edge']) {
    mkdirSync(join(app, 'app', runtime), { recursive: true });
    const route = `${code.replace('globalThis.result = main();', '')}
export const runtime = '${runtime}';
export const dynamic = 'force-dynamic';
export async function GET() { return new Response(await main()); }
`;
    writeFileSync(join(app, 'app', runtime, 'route.js'), route);
  }
  writeFileSync(
    join(app, 'app/layout.js'),
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }\n',
  );
  writeFileSync(join(app, 'package.json'), '{"private":true,"type":"module"}');
  const bin = join(folder, 'node_modules/next/dist/bin/next');
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' };
  const build = spawnSync(process.execPath, [bin, 'build'], { cwd: app, env, encoding: 'utf8' });
  const output = build.stdout + build.stderr;
  if (build.status !== 0) return `next build exited with ${build.status}:\n${output}`;
  const warnings = output.split('\n').filter((line) => /clust/.test(line) && /warn/i.test(line));
  if (warnings.length > 0) return warnings.join('\n');

  const port = await freePort();
  const server = spawn(process.execPath, [bin, 'start', '-p', String(port), '-H', '127.0.0.1'], {
    cwd: app,
    env,
  });
  try {
    for (const runtime of ['nodejs', 'edge']) {
      const text = await fetchWhenReady(`http://127.0.0.1:${port}/${runtime}`);
      if (text !== expected) return `the route of ${runtime} returned ${JSON.stringify(text.slice(0, 500))}`;
    }
    return undefined;
  } finally {
    server.kill();
  }
}

/** Fetches a URL, and retries for a minute while the server starts. */
async function fetchWhenReady(url) {
  for (const deadline = Date.now() + 60_000; ; ) {
    try {
      return await (await fetch(url)).text();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
