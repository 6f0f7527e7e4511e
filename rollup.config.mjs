import { readFileSync } from 'node:fs';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { dts } from 'rollup-plugin-dts';
import { chunksByRow } from './scripts/rollup/chunks.mjs';
import { eraseTypes } from './scripts/rollup/erase-types.mjs';
import { minifyChunk } from './scripts/rollup/minify-chunk.mjs';
import { ownCopies } from './scripts/rollup/own-copies.mjs';
import { startEmpty } from './scripts/rollup/start-empty.mjs';
import { stripForeignComments } from './scripts/rollup/strip-foreign-comments.mjs';
import { thirdPartyLicenses } from './scripts/rollup/third-party-licenses.mjs';
import { writeVersion } from './scripts/rollup/write-version.mjs';
import { xmlbuilderShims } from './scripts/rollup/xmlbuilder-shims.mjs';

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** The entries: the name of each entry's files in `dist/`, which is also its subpath in package.json. */
const entries = {
  index: 'lib/index.ts',
  xml: 'lib/xml/index.ts',
  node: 'lib/node/index.ts',
  testing: 'lib/testing/index.ts',
  fleet: 'lib/fleet/index.ts',
  bedrock: 'lib/bedrock/index.ts',
  vertex: 'lib/vertex/index.ts',
  foundry: 'lib/foundry/index.ts',
  unplugin: 'lib/unplugin/index.ts',
};

/** The command. It is an ES module only, and not in `exports`: no program imports it. */
const command = { cli: 'lib/cli/main.ts' };

/** Packages that are imported at run time: those that users install with clust, and the modules of Node. */
const external = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies), /^node:/];

/** Packages that the build contains, so that users do not install them, by the part of the build that uses them. */
const bundled = {
  // They are published as ES modules only, which jest and older bundlers cannot `require()`.
  cjs: ['ky', 'eventsource-parser'],
  command: ['commander', 'jsonc-parser'],
  pool: ['p-queue', 'eventemitter3', 'p-timeout', 'limiter'],
  // It requires `url` and `events` of Node, which bundlers for browsers and edge workers do not resolve: see
  // `xmlbuilderShims`.
  xml: ['xmlbuilder2', '@oozcitak/dom', '@oozcitak/infra', '@oozcitak/util', '@oozcitak/url'],
  // Types only.
  declarations: ['type-fest', 'tagged-tag'],
};

/** What a program with a client loads at once. */
const core = [
  'lib/client/client.ts',
  'lib/client/client-builder.ts',
  'lib/request/messages-request-builder.ts',
  // `clust` exports these, and code that is loaded later imports them, so bundlers load them at once in any case. In the
  // core they need no file of their own.
  'lib/endpoints/attempts-of.ts',
  'lib/errors/tool-call-error.ts',
  'lib/tools/unfinished-run.ts',
];

/**
 * The files of `dist/shared/`. Bundlers leave out and load later whole files best, so code that many programs do without
 * has files of its own, and no file mixes code that is loaded at once with code that is loaded later.
 */
const chunks = chunksByRow([
  // The copies of `ownCopies`, below. `retirements` is loaded by itself: with another export in its file, esbuild would
  // add an object of all exports to the program.
  { chunk: 'run-tools', copiesOf: ['lib/content/sum-usage', 'lib/tools/tools-by-name'] },
  { chunk: 'retirements', copiesOf: ['lib/models/retirements'] },
  {
    chunk: 'model-limits',
    copiesOf: ['lib/models/aliases', 'lib/models/batch-output', 'lib/models/min-cacheable-tokens'],
  },
  { chunk: 'model-facts', copiesOf: ['lib/models/'] },

  { chunk: 'run-tools', paths: ['lib/tools/run/'] },
  { chunk: 'run-pool', paths: ['lib/pool/run/'], packages: bundled.pool },
  { chunk: 'xmlbuilder2', packages: bundled.xml },

  // Bundlers keep a table of models as a whole once a program uses anything else in its file.
  { chunk: 'catalogue', importedBy: ['lib/models/catalogue.ts'] },
  { chunk: 'core', importedBy: core },
  { chunk: 'aliases', paths: ['lib/models/aliases.ts'] },
  { chunk: 'model-table', importedBy: ['lib/models/model-facts.ts'] },

  // What a client loads to check a body that no builder has checked, and the rules that it adds to the builder's.
  { chunk: 'seal-written', paths: ['lib/request/seal-written.ts'] },
  { chunk: 'rules', importedBy: ['lib/request/seal-written.ts'] },

  // The rest of `clust`: one file for each folder of `lib/`.
  { chunk: (path) => /\/lib\/(\w+)\//.exec(path)?.[1], importedBy: [entries.index] },
]);

/** Facts of models and some functions, copied for the code that is loaded later. */
const copies = ownCopies({
  modules: [
    'lib/models/cost',
    'lib/models/prices',
    'lib/models/find-model',
    'lib/models/model-facts',
    'lib/models/retired-model-facts',
    'lib/models/lifecycle',
    'lib/models/retirements',
    'lib/models/aliases',
    'lib/models/batch-output',
    'lib/models/min-cacheable-tokens',
    'lib/content/bytes',
    'lib/content/sum-usage',
    'lib/endpoints/batches/',
    'lib/tools/tools-by-name',
  ],
  loadedLater: [
    'lib/tools/run/',
    'lib/endpoints/groups.ts',
    'lib/endpoints/files/upload-file',
    'lib/endpoints/multipart/',
    'lib/request/cache-plan',
    'lib/transport/api-errors',
  ],
});

/** The folders of the entries other than `clust`. */
const { index: _, ...otherEntries } = entries;
const inOtherEntry = new RegExp(`/lib/(${Object.keys(otherEntries).join('|')})/`);

/**
 * The files of declarations: one for each entry, and `index` for everything that `clust` declares. `PlatformBuilder` has a
 * file of its own: it is a class that `clust` does not export.
 */
const declarationChunks = (id) => {
  if (inOtherEntry.test(id)) return undefined;
  return id.endsWith('/lib/client/platform-builder.ts') ? 'platform' : 'index';
};

/**
 * The output of one format. There are no source maps: the code is the source without its types, comments included, so a
 * stack trace already shows what was written.
 */
const output = (format, extension, more) => ({
  dir: 'dist',
  format,
  exports: 'named',
  entryFileNames: `[name]${extension}`,
  chunkFileNames: `shared/[name]${extension}`,
  minifyInternalExports: false,
  // Hoisted imports have no names, and some bundlers warn about imports without names.
  hoistTransitiveImports: false,
  ...more,
});
const code = { onlyExplicitManualChunks: true, manualChunks: chunks };
const declarations = {
  // For `AsyncDisposable`, in programs with an older `lib`.
  banner: '/// <reference lib="esnext.disposable" />',
  manualChunks: declarationChunks,
};

/** Turns warnings into errors, except circular imports inside of a bundled package. */
const onwarn = (warning) => {
  const isForeign = warning.ids?.every((id) => id.includes('/node_modules/'));
  if (warning.code === 'CIRCULAR_DEPENDENCY' && isForeign) return;
  throw new Error(warning.message);
};

export default [
  {
    input: { ...entries, ...command },
    external,
    onwarn,
    plugins: [
      startEmpty('dist'),
      writeVersion(manifest.version),
      copies,
      xmlbuilderShims(),
      nodeResolve({ resolveOnly: [...bundled.command, ...bundled.pool, ...bundled.xml] }),
      commonjs(),
      eraseTypes(),
      minifyChunk('xmlbuilder2'),
    ],
    output: output('es', '.js', code),
  },
  {
    input: entries,
    external: external.filter((name) => !bundled.cjs.includes(name)),
    onwarn,
    plugins: [
      writeVersion(manifest.version),
      copies,
      xmlbuilderShims(),
      nodeResolve(),
      commonjs(),
      eraseTypes(),
      minifyChunk('xmlbuilder2'),
      thirdPartyLicenses([...bundled.cjs, ...bundled.command, ...bundled.pool, ...bundled.xml]),
    ],
    output: output('cjs', '.cjs', code),
  },
  {
    input: entries,
    onwarn,
    preserveEntrySignatures: 'allow-extension',
    plugins: [stripForeignComments(), dts({ includeExternal: bundled.declarations })],
    output: [output('es', '.d.ts', declarations), output('es', '.d.cts', declarations)],
  },
];
