import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { forms } from './forms.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The compilers: the version, and the name of the package. */
const compilers = { 5.9: 'typescript-5.9', '6.0': 'typescript', '7.0': 'typescript-7' };

/**
 * The time of a whole run of `tsc` over these bodies, by version and by form, in milliseconds. The fastest round counts. The
 * forms take turns, so a slow moment of the machine affects all of them.
 */
export function measureCompile(bodies, rounds) {
  mkdirSync(`${root}.cache`, { recursive: true });
  const folder = mkdtempSync(`${root}.cache/bench-types-`);
  try {
    Object.values(forms).forEach(({ head, write }, index) => {
      const lines = bodies.map((body, number) => write(body, `request${number}`));
      writeFileSync(`${folder}/program-${index}.ts`, `${head}\n${lines.join('\n')}\n`);
      writeFileSync(`${folder}/tsconfig-${index}.json`, JSON.stringify(configOf(`program-${index}.ts`)));
    });
    return Object.fromEntries(
      Object.entries(compilers).map(([version, name]) => [version, measureVersion(name, folder, rounds)]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measureVersion(compiler, folder, rounds) {
  const fastest = {};
  for (let round = 0; round < rounds; round += 1)
    Object.keys(forms).forEach((form, index) => {
      const time = run(compiler, `${folder}/tsconfig-${index}.json`);
      fastest[form] = Math.min(time, fastest[form] ?? time);
    });
  return fastest;
}

function run(compiler, project) {
  const script = `${root}node_modules/${compiler}/bin/tsc`;
  const before = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [script, '-p', project], { encoding: 'utf8' });
  const time = performance.now() - before;
  if (status !== 0) throw new Error(`${compiler}: ${stdout.slice(0, 1000)}`);
  return time;
}

function configOf(file) {
  return {
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable', 'ESNext.Disposable'],
      module: 'ESNext',
      moduleResolution: 'Bundler',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      paths: { clust: [`${root}dist/index.d.ts`] },
    },
    files: [file],
  };
}
