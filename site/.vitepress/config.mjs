import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { transformerTwoslash } from '@shikijs/vitepress-twoslash';
import { createFileSystemTypesCache } from '@shikijs/vitepress-twoslash/cache-fs';
import { defineConfig } from 'vitepress';
import { pages, root } from '../build/places.mjs';
import { sections, titleOf } from '../build/sections.mjs';

const { description } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** The entries of the package, and the kinds of names in each. The names are on the index page of each entry, and in the search. */
const apiSidebar = JSON.parse(readFileSync(`${pages}api/typedoc-sidebar.json`, 'utf8')).map(
  ({ text, link, items }) => ({
    text: text === 'index' ? 'clust' : `clust/${text}`,
    link,
    items: items.map((kind) => ({
      text: kind.text,
      link: `${link}#${kind.text.toLowerCase().replaceAll(' ', '-')}`,
    })),
  }),
);

/** The key of the Twoslash cache. It changes with the declarations of the package. */
const declarationsHash = createHash('sha256')
  .update(readFileSync(`${root}dist/index.d.ts`))
  .digest('hex')
  .slice(0, 12);

/** The compiler options of the snippets. They are those of the documentation tests, with the declarations of the package. */
const compilerOptions = {
  strict: true,
  skipLibCheck: true,
  target: 9, // ES2022
  module: 99, // ESNext
  moduleResolution: 100, // Bundler
  moduleDetection: 3, // force
  lib: [
    'lib.es2023.d.ts',
    'lib.dom.d.ts',
    'lib.dom.iterable.d.ts',
    'lib.dom.asynciterable.d.ts',
    'lib.esnext.disposable.d.ts',
  ],
  types: ['node'],
  typeRoots: [`${root}node_modules/@types`],
  paths: { clust: [`${root}dist/index.d.ts`], 'clust/*': [`${root}dist/*.d.ts`] },
};

export default defineConfig({
  title: 'clust',
  description,
  lang: 'en-US',
  srcDir: '.cache/pages',
  // The Markdown files in `public` are served as files, not as pages.
  srcExclude: ['public/**'],
  outDir: 'dist',
  cacheDir: '.cache/vitepress',
  cleanUrls: true,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' }]],
  // A broken link between pages fails the build.
  ignoreDeadLinks: false,
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    codeTransformers: [
      transformerTwoslash({
        explicitTrigger: true,
        typesCache: createFileSystemTypesCache({ dir: `.cache/twoslash/${declarationsHash}` }),
        twoslashOptions: { compilerOptions, vfsRoot: root.replace(/\/$/, '') },
      }),
    ],
    languages: ['js', 'ts', 'json', 'sh', 'text', 'html', 'tsx', 'xml', 'yaml'],
  },
  themeConfig: {
    nav: [
      { text: 'Guide', link: '/getting-started' },
      { text: 'Rules', link: '/rules' },
      { text: 'API', link: '/api/' },
      { text: 'Playground', link: '/playground' },
    ],
    sidebar: {
      '/': sections.map(({ text, pages: listed }) => ({
        text,
        items: listed.map((page) => ({ text: titleOf(page), link: `/${page}` })),
      })),
      '/api/': [{ text: 'API reference', items: apiSidebar }],
    },
    outline: [2, 3],
    search: { provider: 'local' },
  },
});
