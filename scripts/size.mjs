// Where the bytes of the core bundle are, room by room and file by file: `node scripts/size.mjs [room]`.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const [room] = process.argv.slice(2);
const { metafile, outputFiles } = await build({
  stdin: {
    contents: `
      import { Client, MessagesRequestBuilder } from './lib/index.ts';
      const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024).user('Hello').build();
      for await (const text of Client.fromEnv().createMessageStream(request).textStream()) console.log(text);`,
    resolveDir: new URL('..', import.meta.url).pathname,
  },
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  metafile: true,
  write: false,
});

const [output] = Object.values(metafile.outputs);
const groups = new Map();
for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
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
