import { readFileSync } from 'node:fs';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { dts } from 'rollup-plugin-dts';
import {
  eraseTypes,
  importedBy,
  minifyChunk,
  ownCopies,
  startEmpty,
  stripForeignComments,
  thirdPartyLicences,
  writeVersion,
  xmlbuilderShims,
} from './scripts/rollup-plugins.mjs';

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** One line an entry: the name of its files in dist/, and of its subpath in package.json. */
const input = {
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

/** What users install beside clust, and what Node brings. */
const external = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies), /^node:/];

/** ky and eventsource-parser are ESM only: inside the CJS build they spare jest and old bundlers the trouble. */
const bundledIntoCjs = ['ky', 'eventsource-parser'];

/** The command, an ES module only. It is not in `exports`: nobody imports it. */
const command = { cli: 'lib/cli/main.ts' };

/** What the command is made of comes inside it, so that a program which installs clust installs none of it. */
const bundledIntoCommand = ['commander', 'jsonc-parser'];

/** What runs a pool, in both formats: a file that is loaded when a pool runs, so that others install none of it. */
const bundledIntoPool = ['p-queue', 'eventemitter3', 'p-timeout', 'limiter'];
/**
 * xmlbuilder2 comes inside `clust/xml`: as an installed package it requires `url` and `events` of Node, which no bundler
 * for browsers or edge workers resolves.
 */
const bundledIntoXml = ['xmlbuilder2', ...['dom', 'infra', 'util', 'url'].map((name) => `@oozcitak/${name}`)];

/** Types without a package behind them: a user of clust installs none of type-fest. */
const inlinedTypes = ['type-fest', 'tagged-tag'];

/**
 * No source maps: the output is the source minus its types, comments included, so a stack trace already shows what was
 * written. Shared code keeps one identity for all entries of a format, and `clust` loads nothing for a subpath.
 */
const output = (format, extension, more) => ({
  dir: 'dist',
  format,
  exports: 'named',
  entryFileNames: `[name]${extension}`,
  chunkFileNames: `shared/[name]${extension}`,
  minifyInternalExports: false,
  // They would be imports of nothing, which some bundlers warn of.
  hoistTransitiveImports: false,
  ...more,
});

/**
 * What every program with a client has: all that its modules import, at once and not later. Then what `clust` exports and what
 * is loaded later imports, too: a bundler loads that at once in any case, and would in a file of its own.
 */
const core = [
  'lib/client/client.ts',
  'lib/client/client-builder.ts',
  'lib/request/messages-request-builder.ts',
  'lib/endpoints/attempts-of.ts',
  'lib/errors/tool-call-error.ts',
  'lib/tools/unfinished-run.ts',
];

/**
 * What a program may do without stands in files of its own, one a room, and what runs tools is loaded when some run. A
 * bundler leaves out and puts off whole files best: what the runner of tools needs must not stand beside the client.
 */
const code = {
  onlyExplicitManualChunks: true,
  manualChunks: (id, { getModuleInfo }) => {
    if (id.endsWith('?copy')) {
      if (usedInRuns.test(id)) return 'run-tools';
      if (!id.includes('/lib/models/')) return undefined;
      // Loaded alone: one export more in its file, and an object of all exports comes with the program.
      if (id.includes('/retirements.ts')) return 'retirements';
      return smallFacts.test(id) ? 'model-limits' : 'model-facts';
    }
    if (id.includes('/lib/tools/run/')) return 'run-tools';
    if (id.includes('/lib/pool/run/') || isOfPool.test(id)) return 'run-pool';
    if (/node_modules\/(xmlbuilder2|@oozcitak)\/|xmlbuilder2-shim/.test(id)) return 'xmlbuilder2';
    const isOf = (entries) => importedBy(entries, getModuleInfo).has(id);
    // The tables of models: a bundler keeps them as a whole, for every program that uses anything else of their file.
    if (isOf(['lib/models/catalogue.ts'])) return 'catalogue';
    if (isOf(core)) return 'core';
    if (id.endsWith('/lib/models/aliases.ts')) return 'aliases';
    if (isOf(['lib/models/model-facts.ts'])) return 'model-table';
    // What a client loads to check a body that it did not seal, and the rules for it, beside those that a builder has.
    if (id.endsWith('/lib/request/seal-written.ts')) return 'seal-written';
    if (isOf(['lib/request/seal-written.ts'])) return 'rules';
    return isOf([input.index]) ? /\/lib\/(\w+)\//.exec(id)?.[1] : undefined;
  },
};

/** Facts of models that stand apart from the table, for what needs no more: a bundler keeps the table as a whole. */
const smallFacts = /\/(batch-output|min-cacheable-tokens|aliases)\.ts/;
const usedInRuns = /\/(sum-usage|tools-by-name)\.ts/;
const isOfPool = new RegExp(`/node_modules/(${bundledIntoPool.join('|')})/`);
/** The rooms of the entries beside `clust`: `lib/xml/index.ts` and all that stands beside it. */
const { index: _, ...entries } = input;
const ofAnEntry = new RegExp(`/lib/(${Object.keys(entries).join('|')})/`);

const declarations = {
  // `AsyncDisposable`, for users whose `lib` is older than it.
  banner: '/// <reference lib="esnext.disposable" />',
  // One file an entry: what an entry of its own declares stays with it, and what it shares with `clust` is in index. The
  // class that the platforms share would there be a value that `clust` does not export.
  manualChunks: (id) => {
    if (ofAnEntry.test(id)) return undefined;
    return id.endsWith('/lib/client/platform-builder.ts') ? 'platform' : 'index';
  },
};

/** The facts and prices of the models, and some functions, for what is loaded later: see `ownCopies`. */
const copies = ownCopies({
  modules: [
    ...[
      ...['cost', 'prices', 'find-model', 'model-facts', 'retired-model-facts', 'lifecycle', 'retirements'],
      ...['aliases', 'batch-output', 'min-cacheable-tokens'],
    ].map((name) => `lib/models/${name}`),
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

/** A warning today is a broken package tomorrow. Cycles inside of a package that is bundled are its own business. */
const onwarn = (warning) => {
  const isForeign = warning.ids?.every((id) => id.includes('/node_modules/'));
  if (warning.code === 'CIRCULAR_DEPENDENCY' && isForeign) return;
  throw new Error(warning.message);
};

export default [
  {
    input: { ...input, ...command },
    external,
    onwarn,
    plugins: [
      startEmpty('dist'),
      writeVersion(manifest.version),
      copies,
      xmlbuilderShims(),
      nodeResolve({ resolveOnly: [...bundledIntoCommand, ...bundledIntoPool, ...bundledIntoXml] }),
      commonjs(),
      eraseTypes(),
      minifyChunk('xmlbuilder2'),
    ],
    output: output('es', '.js', code),
  },
  {
    input,
    external: external.filter((name) => !bundledIntoCjs.includes(name)),
    onwarn,
    plugins: [
      writeVersion(manifest.version),
      copies,
      xmlbuilderShims(),
      nodeResolve(),
      commonjs(),
      eraseTypes(),
      minifyChunk('xmlbuilder2'),
      thirdPartyLicences([...bundledIntoCjs, ...bundledIntoCommand, ...bundledIntoPool, ...bundledIntoXml]),
    ],
    output: output('cjs', '.cjs', code),
  },
  {
    input,
    onwarn,
    preserveEntrySignatures: 'allow-extension',
    plugins: [stripForeignComments(), dts({ includeExternal: inlinedTypes })],
    output: [output('es', '.d.ts', declarations), output('es', '.d.cts', declarations)],
  },
];
