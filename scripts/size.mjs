// Where the bytes of the core bundle are, room by room and file by file, and the size of every entry:
// `npm run size [room]`.
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
const { metafile, outputFiles } = await build({ ...options, splitting: true });

// What the entry imports is loaded with it; what it imports later, to run tools, is not.
const entry = Object.keys(metafile.outputs).find((file) => metafile.outputs[file].entryPoint === '<stdin>');
const loaded = new Set([entry]);
for (const file of loaded) {
  for (const { path, kind } of metafile.outputs[file].imports)
    if (kind === 'import-statement') loaded.add(path);
}
const inputs = [...loaded].flatMap((file) => Object.entries(metafile.outputs[file].inputs));

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
const files = outputFiles.filter(({ path }) => [...loaded].some((file) => path.endsWith(file)));
const sum = (size) => files.reduce((total, { contents }) => total + size(contents), 0);
const gzipped = sum((contents) => gzipSync(contents, { level: 9 }).length);
console.log(`${String(sum(({ length }) => length)).padStart(7)}  minified, ${gzipped} gzipped`);

const gzippedBundle = async (contents, more = {}) => {
  const stdin = { ...options.stdin, contents };
  const { outputFiles } = await build({ ...options, stdin, ...more });
  return outputFiles.reduce((total, { contents }) => total + gzipSync(contents, { level: 9 }).length, 0);
};

const whole = await gzippedBundle(options.stdin.contents);
console.log(`${' '.repeat(7)}  in one file: ${whole} gzipped`);

// What a program pays for a platform beyond the core: a client of it in place of `Client`, in one file.
for (const [entry, name] of [
  ['bedrock', 'BedrockClientBuilder'],
  ['vertex', 'VertexClientBuilder'],
  ['foundry', 'FoundryClientBuilder'],
]) {
  const size = await gzippedBundle(
    options.stdin.contents
      .replace('import { Client, ', `import { ${name} } from './lib/${entry}/index.ts';\nimport { `)
      .replace('Client.fromEnv()', `${name}.create().build()`),
  );
  console.log(`${' '.repeat(7)}  clust/${entry}: ${size} gzipped, ${size - whole} more than the core`);
}

// What every entry weighs when all that it exports is used, in one file, with what is loaded later: as built, since the
// build replaces parts of what `clust/xml` contains.
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
for (const [path, formats] of Object.entries(manifest.exports)) {
  if (typeof formats === 'string') continue;
  const file = formats.import.default;
  if (!existsSync(new URL(`../${file}`, import.meta.url)))
    throw new Error(`${file} is missing: npm run build`);
  const isForNode = /^\.\/(node|fleet|unplugin|testing)$/.test(path);
  const size = await gzippedBundle(`export * from '${file}';`, {
    platform: isForNode ? 'node' : 'browser',
    external: Object.keys(manifest.peerDependencies),
  });
  console.log(`${' '.repeat(7)}  clust${path.slice(1)}, all of it: ${size} gzipped`);
}
