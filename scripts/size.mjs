// Prints the size of the core bundle by room, or by file of one room, and the size of every entry: `npm run size [room]`.
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const [room] = process.argv.slice(2);
const options = {
  stdin: {
    contents: `
      import { Client, MessagesRequestBuilder } from './lib/index.ts';
      const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024).user('Hello').build();
      for await (const text of Client.fromEnv().createMessageStream(request).textStream()) console.log(text);`,
    resolveDir: new URL('..', import.meta.url).pathname,
  },
  bundle: true,
  outdir: '.cache/size',
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  metafile: true,
  write: false,
};
// Excludes dynamic imports, such as the code that runs tools, because they are not loaded with the entry.
const withoutDynamicImports = {
  name: 'without-dynamic-imports',
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    ),
};
const { metafile, outputFiles } = await build({ ...options, plugins: [withoutDynamicImports] });
const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));

const groups = new Map();
for (const [path, { bytesInOutput }] of inputs) {
  const [top, name] = path.split('/');
  const group = room === undefined ? `${top}/${name}` : path;
  if (room !== undefined && name !== room) continue;
  groups.set(group, (groups.get(group) ?? 0) + bytesInOutput);
}
for (const [group, bytes] of [...groups].sort(([, left], [, right]) => right - left)) {
  console.log(`${String(bytes).padStart(7)}  ${group}`);
}
const [{ contents }] = outputFiles;
console.log(
  `${String(contents.length).padStart(7)}  minified, ${gzipSync(contents, { level: 9 }).length} gzipped`,
);

const gzippedBundle = async (contents, more = {}) => {
  const stdin = { ...options.stdin, contents };
  const { outputFiles } = await build({ ...options, stdin, ...more });
  return outputFiles.reduce((total, { contents }) => total + gzipSync(contents, { level: 9 }).length, 0);
};

// The sizes below are of the built package, as users bundle it.
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const built = options.stdin.contents.replace('./lib/index.ts', './dist/index.js');
if (!existsSync(new URL('../dist/index.js', import.meta.url)))
  throw new Error('dist/ is missing: npm run build');
const whole = await gzippedBundle(built);
console.log(`${' '.repeat(7)}  in one file: ${whole} gzipped`);

// The size of a program that uses a client of a platform instead of `Client`, in one file.
for (const [entry, name] of [
  ['bedrock', 'BedrockClientBuilder'],
  ['vertex', 'VertexClientBuilder'],
  ['foundry', 'FoundryClientBuilder'],
]) {
  const size = await gzippedBundle(
    built
      .replace('import { Client, ', `import { ${name} } from './dist/${entry}.js';\nimport { `)
      .replace('Client.fromEnv()', `${name}.create().build()`),
  );
  console.log(`${' '.repeat(7)}  clust/${entry}: ${size} gzipped, ${size - whole} more than the core`);
}

// The size of every entry if a program uses all of its exports, in one file, with dynamic imports.
for (const [path, formats] of Object.entries(manifest.exports)) {
  if (typeof formats === 'string') continue;
  const file = formats.import.default;
  const isForNode = /^\.\/(node|fleet|unplugin|testing)$/.test(path);
  const size = await gzippedBundle(`export * from '${file}';`, {
    platform: isForNode ? 'node' : 'browser',
    external: Object.keys(manifest.peerDependencies),
  });
  console.log(`${' '.repeat(7)}  clust${path.slice(1)}, all exports: ${size} gzipped`);
}
