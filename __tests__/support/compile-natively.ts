import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Diagnostic } from './compile.js';
import { compilerScript, root } from './typescript-versions.js';
import { compilerOptions } from './virtual-program.js';

/** Runs the command line of TypeScript 7 on a folder of these files and reads what it prints. */
export function compileNatively(files: ReadonlyMap<string, string>): Map<string, Diagnostic[]> {
  // Inside the repository, so that the imports of a snippet are resolved as a user's imports are.
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache/native-'));
  try {
    for (const [file, code] of files) writeFileSync(join(folder, file), code);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: compilerOptions(), files: [...files.keys()] }),
    );
    const { stdout, stderr, error } = spawnSync(
      process.execPath,
      [compilerScript('7.0'), '--project', folder, '--pretty', 'true'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 },
    );
    if (error) throw error;
    return parseReport(stripVTControlCharacters(stdout + stderr), files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const heading = /^(?:(\S+):(\d+):(\d+) - )?error TS(\d+): (.*)$/;
const quoted = /^( *(\d+) )/;
const squiggle = /^ +~[~ ]*$/;

/** An error in the report: a heading, its details, a blank line, then the quoted lines, each above its squiggle. */
function parseReport(report: string, files: ReadonlyMap<string, string>): Map<string, Diagnostic[]> {
  const lines = report.split('\n');
  const starts = lines.flatMap((line, index) => (heading.test(line) ? [index] : []));
  const found = new Map<string, Diagnostic[]>();
  for (const [index, start] of starts.entries()) {
    const [first = '', ...rest] = lines.slice(start, starts[index + 1]);
    const [, file, line, column, code, message = ''] = heading.exec(first) ?? [];
    if (file === undefined) throw new Error(`TypeScript 7.0: ${message}`);
    const text = files.get(file);
    if (text === undefined) throw new Error(`TypeScript 7.0 on ${file}: ${message}`);
    const blank = rest.indexOf('');
    const from = offset(text, Number(line), Number(column));
    found.set(file, [
      ...(found.get(file) ?? []),
      {
        code: Number(code),
        message,
        details: rest.slice(0, blank).map((detail) => detail.trim()),
        line: Number(line),
        column: Number(column),
        underlined: text.slice(from, endOfSquiggle(rest.slice(blank + 1), text)),
      },
    ]);
  }
  return found;
}

/** Where the last squiggle ends in the text. Long spans are cut in the middle. Notes follow after a blank line. */
function endOfSquiggle(frame: readonly string[], text: string): number {
  const lines = frame.slice(0, frame.indexOf(''));
  const last = lines.findLastIndex((line) => squiggle.test(line));
  const [, gutter = '', number] = quoted.exec(lines[last - 1] ?? '') ?? [];
  return offset(text, Number(number), (lines[last] ?? '').trimEnd().length - gutter.length + 1);
}

function offset(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}
