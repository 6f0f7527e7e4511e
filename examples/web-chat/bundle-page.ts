import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

/** What the server hands to a browser, by path. */
export type PageFiles = Readonly<Record<string, PageFile>>;

export interface PageFile {
  readonly type: string;
  readonly body: string;
}

// The folder that npm runs its scripts in is that of package.json.
const folder = 'examples/web-chat/page';

/** The page, its style, and its program with clust and the markdown library in one file. */
export async function bundlePage(): Promise<PageFiles> {
  const [html, style, program] = await Promise.all([
    readFile(`${folder}/index.html`, 'utf8'),
    readFile(`${folder}/chat.css`, 'utf8'),
    bundle(`${folder}/chat.ts`),
  ]);
  return {
    '/': { type: 'text/html; charset=utf-8', body: html },
    '/chat.css': { type: 'text/css; charset=utf-8', body: style },
    '/chat.js': { type: 'text/javascript; charset=utf-8', body: program },
  };
}

async function bundle(program: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [program],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles.map(({ text }) => text).join('');
}
