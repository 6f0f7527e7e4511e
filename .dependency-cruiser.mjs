/**
 * The rooms of lib/, each with the rooms that it may import: by default those above it in this list. A new room is one
 * line here.
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
  comment: `Only ${advice} imports ${name}. Use its exports, or add one.`,
  severity: 'error',
  from: { path: '^lib/', pathNot: file },
  to: { path: `(^|node_modules/)${name}(/|$)` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...oneWay,
    {
      name: 'file-outside-a-room',
      comment:
        'Every file of lib/, except index.ts and version.ts, belongs to a room that .dependency-cruiser.mjs lists.',
      severity: 'error',
      from: { path: '^lib/', pathNot: `^lib/((${allSoFar().join('|')})/|(index|version)\\.ts$)` },
      to: {},
    },
    {
      name: 'errors-import-types-only',
      comment:
        'lib/errors may only `import type` from lib/wire, so that an error adds no other code to a program.',
      severity: 'error',
      from: { path: '^lib/errors/' },
      to: { path: '^lib/wire/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'wire-imports-types-only',
      comment:
        'lib/wire contains the types of the API and no code. Import types only, and put code into another room.',
      severity: 'error',
      from: { path: '^lib/wire/' },
      to: { dependencyTypesNot: ['type-only'], pathNot: '^lib/wire/' },
    },
    {
      name: 'no-import-of-index',
      comment: 'lib/index.ts is for users. Inside lib/ import the file that declares the name.',
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
        'Only lib/cli, lib/functions, lib/unplugin and files named *.node.ts, which browsers never load, import modules ' +
        'of Node. Use a web standard (fetch, ReadableStream, TextDecoder, crypto), or move the code into such a file.',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/(cli|functions|unplugin)/|\\.node\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'package-that-users-lack',
      comment:
        'Users do not install this package. Make it a dependency, or an optional peer of an entry of its own. Types ' +
        'that are imported with `import type` from type-fest are inlined.',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/(cli|pool/run)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg'],
        dependencyTypesNot: ['type-only', 'npm-peer'],
        // The build of `clust/xml` contains it. A rule above checks where it is imported.
        pathNot: '(^|node_modules/)xmlbuilder2(/|$)',
      },
    },
    {
      name: 'package-that-the-pool-does-not-contain',
      comment:
        'Users do not install this package. The build contains what lib/pool/run imports: add the package here and to ' +
        '`bundled.pool` of rollup.config.mjs.',
      severity: 'error',
      from: { path: '^lib/pool/run/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|node_modules/)(p-queue|limiter)(/|$)',
      },
    },
    {
      name: 'package-that-the-command-does-not-contain',
      comment:
        'Users do not install this package. The build contains what lib/cli imports: add the package here and to ' +
        '`bundled.command` of rollup.config.mjs.',
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
      comment: 'This import does not resolve. Imports of files of the project end in .js.',
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
