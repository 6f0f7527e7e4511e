import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const ROUNDS = 15;
const root = new URL('../../', import.meta.url);

/** The CPU time that a new process takes to import the packages, in milliseconds: the least of several processes. */
export function measureImports(contenders) {
  const least = new Map();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, { packages }] of Object.entries(contenders)) {
      const time = importTime(packages);
      least.set(name, Math.min(time, least.get(name) ?? time));
    }
  }
  return least;
}

function importTime(packages) {
  const urls = packages.map((name) =>
    name === 'clust'
      ? new URL('dist/index.js', root).href
      : pathToFileURL(new URL(import.meta.resolve(name)).pathname).href,
  );
  const program = `
    const before = process.cpuUsage();
    for (const url of ${JSON.stringify(urls)}) await import(url);
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(String((user + system) / 1000));`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }));
}
