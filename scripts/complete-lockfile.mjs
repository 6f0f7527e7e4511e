// Run this after `npm install` with a registry that mirrors the packages of only some platforms.
//
// Tools such as rollup and biome have one optional package per platform. npm leaves the ones that the registry lacks out of
// package-lock.json, and then `npm ci` rejects the lockfile on every platform. This script adds them.
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.argv[2] ?? new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

const platform =
  /-(?<os>android|darwin|freebsd|linux|openbsd|openharmony|win32)-(?<cpu>arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64)(-(?<abi>\w+))?$/;

for (const { version, dev, engines, optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const [name, wanted] of Object.entries(optionalDependencies)) {
    const path = `node_modules/${name}`;
    if (path in lock.packages) continue;
    const {
      os,
      cpu,
      abi = '',
    } = platform.exec(name)?.groups ?? (/\bwindows\b/.test(name) ? { os: 'win32' } : {});
    // The lowest version of the range, because the versions that exist are unknown.
    const lowest = wanted.replace(/^[\^~]/, '');
    if (os === undefined || !/^\d/.test(lowest))
      throw new Error(`cannot tell the platform or the version of ${name}@${wanted}`);
    const libc = abi.startsWith('musl') ? ['musl'] : abi.startsWith('gnu') ? ['glibc'] : undefined;
    lock.packages[path] = {
      version: lowest,
      ...(cpu && { cpu: [cpu] }),
      ...(dev && { dev }),
      ...(libc && { libc }),
      optional: true,
      os: [os],
      ...(engines && wanted === version && { engines }),
    };
    console.log(`added ${name}@${wanted}`);
  }
}

lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([left], [right]) => left.localeCompare(right, 'en')),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
