// Tests the declarations of the packed tarball with every version of TypeScript: `npm run test:typescript [-- part of a row]`.
//
// Compiles one program with TypeScript 5.4 to 7.0, as an ES module and as CommonJS, with `strict` and without `skipLibCheck`.
// Each version compiles it with each module resolution, once with the DOM library and once with the types of Node instead. If
// all combinations were run and compile, it writes the table into docs/runtimes.md. npm installs the compilers into
// .cache/typescript.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}.cache/typescript`;
const [part = ''] = process.argv.slice(2);

const versions = ['5.4.5', '5.5.4', '5.6.3', '5.7.3', '5.8.3', '5.9.3', '6.0.3', '7.0.2'];
const nameOf = (version) => `typescript-${version}`;

/** The module resolutions: the options of the compiler, and the files that it compiles. */
const resolutions = {
  nodenext: { options: { module: 'nodenext' }, files: ['program.mts', 'program.cts'] },
  node16: { options: { module: 'node16' }, files: ['program.mts', 'program.cts'] },
  bundler: { options: { module: 'esnext', moduleResolution: 'bundler' }, files: ['program.mts'] },
  // For old projects. It is deprecated in TypeScript 6, which needs `ignoreDeprecations`, and removed in TypeScript 7.
  node10: {
    options: { module: 'commonjs', moduleResolution: 'node10' },
    files: ['program.ts'],
    until: '7',
  },
};

/** The sources of global types such as `Headers` and `Response`. */
const globals = {
  DOM: { lib: ['es2022', 'dom', 'dom.iterable'], types: [] },
  '@types/node': { lib: ['es2022'], types: ['node'] },
};

const program = `import { Client, ClaudeModel, MessagesRequestBuilder, tool } from 'clust';
import { AwsClientBuilder, BedrockClientBuilder } from 'clust/bedrock';
import { FoundryClientBuilder } from 'clust/foundry';
import { answer, mockClient } from 'clust/testing';
import { VertexClientBuilder } from 'clust/vertex';
import { FunctionCalls } from 'clust/xml';

const weather = tool({
  name: 'get_weather',
  description: 'Gets the weather in a city.',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: ({ city }) => city.toUpperCase(),
});
export const preset = MessagesRequestBuilder.create(ClaudeModel.Haiku4_5).maxTokens(1024).tools(weather);
// @ts-expect-error: claude-haiku-4-5 generates at most 64000 tokens
preset.maxTokens(64_001);

export async function main(): Promise<string> {
  const request = preset.user('How warm is it in Paris?').build();
  const message = await Client.fromEnv().createMessage(request);
  for (const call of message.toolUses) if (call.name === 'get_weather') return call.input.city;
  // @ts-expect-error: there is no such tool
  for (const call of message.toolUses) if (call.name === 'get_wether') return '';
  for await (const text of Client.fromEnv().createMessageStream(request).textStream()) return text.trim();
  return mockClient([answer('Hello')]).requests.length + FunctionCalls.serialize({ invoke: [] });
}
export const platforms = [AwsClientBuilder, BedrockClientBuilder, FoundryClientBuilder, VertexClientBuilder];
`;
/** A program for the entry that needs the types of Node. */
const nodeProgram = `import { credentialProfile, fileFromPath } from 'clust/node';
export const node = [credentialProfile, fileFromPath];
`;

install();
const rows = [];
for (const version of versions) {
  const cells = await Promise.all(
    Object.entries(resolutions).flatMap(([resolution, { options, files, until }]) =>
      Object.entries(globals).map(async ([name, { lib, types }]) => {
        if (until !== undefined && version.startsWith(until)) return '–';
        const row = `${version} ${resolution} ${name}`;
        if (!row.includes(part)) return '';
        const output = await compile(version, row, { ...options, lib, types }, files);
        if (output === '') return 'yes';
        console.error(`${row}:\n${output}`);
        process.exitCode = 1;
        return 'no';
      }),
    ),
  );
  if (cells.some((cell) => cell !== '')) rows.push([version, ...cells]);
}
const heads = [
  'TypeScript',
  ...Object.keys(resolutions).flatMap((one) => Object.keys(globals).map((name) => `${one}, ${name}`)),
];
const table = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
console.log(table);
if (part === '' && !process.exitCode) {
  const page = `${root}docs/runtimes.md`;
  const text = readFileSync(page, 'utf8');
  const marked = `<!-- typescript -->\n\n${table}\n\n<!-- /typescript -->`;
  writeFileSync(page, text.replace(/<!-- typescript -->[\s\S]*<!-- \/typescript -->/, marked));
}

/** Runs a compiler, and returns its output. The output is empty if the files compile. */
function compile(version, row, options, files) {
  const project = join(folder, `${row.replace(/\W+/g, '-')}.json`);
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    target: 'es2022',
    ...options,
    ...(options.moduleResolution === 'node10' && version.startsWith('6') && { ignoreDeprecations: '6.0' }),
  };
  const all = options.types.includes('node')
    ? [...files, ...files.map((file) => file.replace('program', 'node'))]
    : files;
  writeFileSync(project, JSON.stringify({ compilerOptions, files: all }));
  const compiler = join(folder, 'node_modules', nameOf(version), 'bin/tsc');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [compiler, '-p', project, '--pretty', 'false'],
      { cwd: folder },
      (error, stdout, stderr) => resolve((stdout + stderr + (error && !stdout ? String(error) : '')).trim()),
    );
  });
}

function install() {
  mkdirSync(folder, { recursive: true });
  const wanted = [
    ...versions.map((version) => `${nameOf(version)}@npm:typescript@${version}`),
    '@types/node@20.19.43',
  ];
  const done = join(folder, 'installed.json');
  if (!existsSync(done) || readFileSync(done, 'utf8') !== JSON.stringify(wanted)) {
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    npm(folder, 'install', ...wanted);
    writeFileSync(done, JSON.stringify(wanted));
  }
  const [{ filename }] = JSON.parse(npm(root, 'pack', '--json', '--pack-destination', folder));
  rmSync(join(folder, 'node_modules/clust'), { recursive: true, force: true });
  npm(folder, 'install', '--no-save', join(folder, filename));
  for (const extension of ['mts', 'cts', 'ts']) {
    writeFileSync(join(folder, `program.${extension}`), program);
    writeFileSync(join(folder, `node.${extension}`), nodeProgram);
  }
}

function npm(cwd, ...args) {
  const flags = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  return execFileSync('npm', [...args, ...flags], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
