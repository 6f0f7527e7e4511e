import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';

/** A request with two mistakes. The API would reject each. */
export const refused = `import { MessagesRequestBuilder } from 'clust';

MessagesRequestBuilder.create('claude-opus-5-5')
  .maxTokens(200_000)
  .temperature(0.7)
  .user('Hello!')
  .build();
`;

const tsc = resolve('node_modules/typescript/bin/tsc');
const options =
  '--strict --noEmit --pretty --skipLibCheck --module nodenext --target es2022 --ignoreConfig'.split(' ');

/** Compiles a file with the installed TypeScript and strict options, and returns the output of the compiler. */
export async function compile(name: string, code: string): Promise<string> {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync('.cache/tour-');
  try {
    writeFileSync(`${folder}/${name}`, code);
    const compiler = spawn(process.execPath, [tsc, ...options, name], { cwd: folder });
    const [printed] = await Promise.all([text(compiler.stdout), once(compiler, 'close')]);
    return process.stdout.isTTY ? printed : stripVTControlCharacters(printed);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
