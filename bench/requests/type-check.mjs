/**
 * Type-checks a program of 300 requests, each with a different tool: `node type-check.mjs <contender>`. Prints, as JSON, the
 * CPU time that `tsc --diagnostics` calls check time, in milliseconds, and the number of type instantiations.
 */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { programOf } from '../program-of.mjs';
import { contenders } from './contenders.mjs';

const REQUESTS = 300;

const { requestsHead, request } = contenders[process.argv[2]];
const lines = Array.from(
  { length: REQUESTS },
  (_, number) => `export const request${number} = ${request(number)};`,
);
const file = fileURLToPath(new URL('program.ts', import.meta.url));
const program = programOf(file, `${requestsHead}\n${lines.join('\n')}\n`);
const checked = program.getSourceFile(file);

program.getGlobalDiagnostics();
const before = process.cpuUsage();
const [problem] = program.getSemanticDiagnostics(checked);
const { user, system } = process.cpuUsage(before);
const time = (user + system) / 1000;
if (problem !== undefined) throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
process.stdout.write(JSON.stringify({ time, instantiations: program.getInstantiationCount() }));
