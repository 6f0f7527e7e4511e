import { Application } from 'typedoc';
import { root } from './places.mjs';

const entries = ['', 'xml', 'node', 'testing', 'bedrock', 'vertex', 'foundry', 'fleet', 'unplugin'];

/** Writes the API reference from the doc comments, with one page for each public name. */
export async function writeApiReference(out) {
  const app = await Application.bootstrapWithPlugins({
    plugin: ['typedoc-plugin-markdown', 'typedoc-vitepress-theme'],
    entryPoints: entries.map((entry) => `${root}lib/${entry === '' ? '' : `${entry}/`}index.ts`),
    tsconfig: `${root}tsconfig.json`,
    basePath: `${root}lib`,
    name: 'API reference',
    readme: 'none',
    // `npm run typecheck` checks the types.
    skipErrorChecking: true,
    disableSources: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeExternals: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    useCodeBlocks: true,
    parametersFormat: 'table',
    // Turns off the warnings about types that appear in declarations but are not exported.
    validation: false,
    logLevel: 'Error',
    docsRoot: out.replace(/api$/, ''),
    out,
  });
  const project = await app.convert();
  if (project === undefined) throw new Error('TypeDoc could not read the sources');
  await app.generateOutputs(project);
  if (app.logger.hasErrors()) throw new Error('TypeDoc reported errors');
}
