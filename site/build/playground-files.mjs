import { readFileSync, writeFileSync } from 'node:fs';
import { root } from './places.mjs';

const entries = ['index', 'xml', 'testing', 'bedrock', 'vertex', 'foundry'];

/** Writes the data of the playground: the declarations of the package, and the list of models. */
export async function writePlaygroundFiles(out) {
  const { ClaudeModel } = await import(`${root}dist/index.js`);
  // Skips ids with a date, which are the same models.
  const models = Object.values(ClaudeModel).filter((id) => !/-\d{8}$/.test(id));
  writeFileSync(new URL('../.cache/models.json', import.meta.url), JSON.stringify(models));

  const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const files = {
    'package.json': JSON.stringify({
      name: manifest.name,
      version: manifest.version,
      type: 'module',
      exports: manifest.exports,
    }),
    ...Object.fromEntries(
      entries.map((entry) => [`dist/${entry}.d.ts`, readFileSync(`${root}dist/${entry}.d.ts`, 'utf8')]),
    ),
  };
  writeFileSync(`${out}clust-types.json`, JSON.stringify(files));
}
