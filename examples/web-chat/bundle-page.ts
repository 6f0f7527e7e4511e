import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

/** The files that the server sends to the browser, by path. */
export type PageFiles = Readonly<Record<string, PageFile>>;

export interface PageFile {
  readonly type: string;
  readonly body: string;
}

// Relative to the folder of package.json, in which npm runs scripts.
const folder = 'examples/web-chat/page';

/** The page, its stylesheet, and its script. The script is one file that includes clust and the Markdown library. */
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
