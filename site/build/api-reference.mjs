import { Application } from 'typedoc';
import { root } from './places.mjs';

const entries = ['', 'xml', 'node', 'testing', 'bedrock', 'vertex', 'foundry', 'fleet', 'unplugin'];

/** The API reference, a page a public name, from the doc comments. */
export async function writeApiReference(out) {
  const app = await Application.bootstrapWithPlugins({
    plugin: ['typedoc-plugin-markdown', 'typedoc-vitepress-theme'],
    entryPoints: entries.map((entry) => `${root}lib/${entry === '' ? '' : `${entry}/`}index.ts`),
    tsconfig: `${root}tsconfig.json`,
    basePath: `${root}lib`,
    name: 'API reference',
    readme: 'none',
    // `npm run typecheck` has checked them.
    skipErrorChecking: true,
    disableSources: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeExternals: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    useCodeBlocks: true,
    parametersFormat: 'table',
    // Types that are not exported have no page; the declarations name them.
    validation: false,
    logLevel: 'Error',
    docsRoot: out.replace(/api$/, ''),
    out,
  });
  const project = await app.convert();
  if (project === undefined) throw new Error('TypeDoc has not read the sources');
  await app.generateOutputs(project);
  if (app.logger.hasErrors()) throw new Error('TypeDoc has reported errors');
}
