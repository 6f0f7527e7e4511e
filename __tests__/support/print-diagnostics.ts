import { stripVTControlCharacters } from 'node:util';
import { compilerOf, root } from './typescript-versions.js';
import { virtualProgram } from './virtual-program.js';

/** What `tsc` prints for a module named `hello.ts`, without colors. */
export function printDiagnostics(code: string): string {
  const compiler = compilerOf('6.0');
  const program = virtualProgram('6.0', new Map([[`${root}hello.ts`, code]]));
  const found = program.getSemanticDiagnostics(program.getSourceFile(`${root}hello.ts`));
  const host = {
    getCurrentDirectory: () => root,
    getCanonicalFileName: (path: string) => path,
    getNewLine: () => '\n',
  };
  const printed = found.map((each) => compiler.formatDiagnosticsWithColorAndContext([each], host));
  return stripVTControlCharacters(printed.join('\n'));
}
