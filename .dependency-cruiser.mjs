/**
 * The rooms of lib/, each with the rooms it may import: the ones above it in this list, where not said otherwise.
 * A new room is one line here.
 */
const rooms = new Map();
const allSoFar = () => [...rooms.keys()];
rooms.set('base', []);
rooms.set('wire', []);
rooms.set('errors', ['wire']);
rooms.set('models', allSoFar());
rooms.set('values', allSoFar());
rooms.set('schema', allSoFar());
rooms.set('content', allSoFar());
const contentAndBelow = allSoFar();
rooms.set('request', contentAndBelow);
rooms.set('stream', contentAndBelow);
rooms.set('transport', contentAndBelow);
rooms.set('tools', allSoFar());
rooms.set('endpoints', allSoFar());
rooms.set('conversation', allSoFar());
rooms.set('client', allSoFar());
rooms.set('pool', allSoFar());
rooms.set('xml', allSoFar());
rooms.set('node', allSoFar());
rooms.set('testing', allSoFar());
const clientAndBelow = allSoFar().filter((room) => !['xml', 'node', 'testing'].includes(room));
rooms.set('bedrock', clientAndBelow);
rooms.set('vertex', clientAndBelow);
rooms.set('foundry', clientAndBelow);
rooms.set('fleet', allSoFar());
rooms.set('functions', allSoFar());
rooms.set('unplugin', allSoFar());
rooms.set('cli', allSoFar());

const oneWay = [...rooms].map(([room, below]) => ({
  name: `from-${room}`,
  comment:
    `lib/${room} may import ${below.map((name) => `lib/${name}`).join(', ') || 'no other room'}. ` +
    'Move what both need into the lowest room that fits, or pass it in as a parameter.',
  severity: 'error',
  from: { path: `^lib/${room}/` },
  to: { path: '^lib/[^/]+/', pathNot: `^lib/(${[room, ...below].join('|')})/` },
}));

/** A package is imported in one place. */
const onlyIn = (name, file, advice) => ({
  name: `one-import-of-${name}`,
  comment: `Only ${advice} imports ${name}. Use what it exports, or give it what you miss.`,
  severity: 'error',
  from: { path: '^lib/', pathNot: file },
  to: { path: `(^|node_modules/)${name}(/|$)` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...oneWay,
    {
      name: 'a-room-for-every-file',
      comment:
        'Every file of lib/ lives in a room of .dependency-cruiser.mjs; beside them stand index.ts and version.ts.',
      severity: 'error',
      from: { path: '^lib/', pathNot: `^lib/((${allSoFar().join('|')})/|(index|version)\\.ts$)` },
      to: {},
    },
    {
      name: 'errors-know-types-only',
      comment: 'lib/errors may `import type` from lib/wire, so that an error costs nothing but itself.',
      severity: 'error',
      from: { path: '^lib/errors/' },
      to: { path: '^lib/wire/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'wire-is-types',
      comment:
        'lib/wire says what goes over the wire and runs no code: import types here, put code in a room above.',
      severity: 'error',
      from: { path: '^lib/wire/' },
      to: { dependencyTypesNot: ['type-only'], pathNot: '^lib/wire/' },
    },
    {
      name: 'the-map-is-for-users',
      comment: 'lib/index.ts is for users. Inside lib/ import the file that has the name.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^lib/index\\.ts$' },
    },
    {
      name: 'no-cycle',
      comment: 'These files import each other. Move what they share into a third file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    onlyIn('ky', '^lib/transport/send\\.ts$', 'lib/transport/send.ts'),
    onlyIn('eventsource-parser', '^lib/transport/sse\\.ts$', 'lib/transport/sse.ts'),
    onlyIn('aws4fetch', '^lib/bedrock/sign\\.ts$', 'lib/bedrock/sign.ts'),
    onlyIn('unplugin', '^lib/unplugin/', 'lib/unplugin'),
    onlyIn('ts-json-schema-generator', '^lib/functions/', 'lib/functions'),
    onlyIn('ts-morph', '^lib/cli/migrate/', 'lib/cli/migrate'),
    onlyIn('(bullmq|ioredis)', '^lib/fleet/', 'lib/fleet'),
    onlyIn('xmlbuilder2', '^lib/xml/', 'lib/xml'),
    {
      name: 'no-node-in-browsers',
      comment:
        'Node built-ins are for lib/cli, lib/functions and lib/unplugin, and for files named *.node.ts, which browsers ' +
        'never load. ' +
        'Use the web standard (fetch, ReadableStream, TextDecoder, crypto), or move the code into such a file.',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/(cli|functions|unplugin)/|\\.node\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-what-users-install',
      comment:
        'Users do not have this package: `import type` from type-fest is inlined, all else must be a dependency, ' +
        'or a peer that an entry of its own asks for.',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/(cli|pool/run)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg'],
        dependencyTypesNot: ['type-only', 'npm-peer'],
        // Built into `clust/xml`; its one import is checked above.
        pathNot: '(^|node_modules/)xmlbuilder2(/|$)',
      },
    },
    {
      name: 'what-the-pool-contains',
      comment:
        'Users do not have this package. What lib/pool/run imports is bundled into a file of its own: ' +
        'name it here and in rollup.config.mjs, or do without it.',
      severity: 'error',
      from: { path: '^lib/pool/run/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|node_modules/)(p-queue|limiter)(/|$)',
      },
    },
    {
      name: 'what-the-command-contains',
      comment:
        'Users do not have this package. What lib/cli imports is bundled into the command: ' +
        'list it here and in `bundledIntoCommand` of rollup.config.mjs.',
      severity: 'error',
      from: { path: '^lib/cli/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|node_modules/)(commander|jsonc-parser)(/|$)',
      },
    },
    {
      name: 'resolvable',
      comment: 'This import leads nowhere. Imports of our own files end in .js.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    combinedDependencies: false,
  },
};
