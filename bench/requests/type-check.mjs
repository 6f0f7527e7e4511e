/**
 * Type-checks a program of 300 requests, each with a tool of its own: `node type-check.mjs <contender>`. Prints the
 * CPU time of the check in milliseconds, of what `tsc --diagnostics` calls check time, and the instantiations that it took.
 */
import ts from 'typescript';
import { contenders } from './contenders.mjs';

const REQUESTS = 300;

const { requestsHead, request } = contenders[process.argv[2]];
const lines = Array.from(
  { length: REQUESTS },
  (_, number) => `export const request${number} = ${request(number)};`,
);
const program = programOf(`${requestsHead}\n${lines.join('\n')}\n`);
const checked = program.getSourceFile(fileName());

program.getGlobalDiagnostics();
const before = process.cpuUsage();
const [problem] = program.getSemanticDiagnostics(checked);
const { user, system } = process.cpuUsage(before);
const time = (user + system) / 1000;
if (problem !== undefined) throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
process.stdout.write(JSON.stringify({ time, instantiations: program.getInstantiationCount() }));

function fileName() {
  return new URL('program.ts', import.meta.url).pathname;
}

function programOf(text) {
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    paths: { clust: [new URL('../../dist/index.d.ts', import.meta.url).pathname] },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === fileName() || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === fileName()
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest);
  return ts.createProgram([fileName()], options, host);
}
