/** Imports of xmlbuilder2 that only Node resolves or that `clust/xml` does not use, and what replaces them. */
const replacements = new Map([
  [
    'url',
    `export const domainToASCII = (domain) => {
       try { return new URL('http://' + domain).hostname; } catch { return ''; }
     };
     export const domainToUnicode = (domain) => domain;`,
  ],
  // The reader of YAML, and the builder with callbacks, which needs `events`.
  ['js-yaml', 'export const load = undefined, dump = undefined;'],
  ['./XMLBuilderCBImpl', 'export class XMLBuilderCBImpl {}'],
  ['./BuilderFunctionsCB', 'export const createCB = undefined, fragmentCB = undefined;'],
]);

/** Replaces these imports. The build fails if xmlbuilder2 no longer has one of them. */
export function xmlbuilderShims() {
  const prefix = '\0node_modules/xmlbuilder2/shims/';
  const used = new Set();
  return {
    name: 'xmlbuilder-shims',
    resolveId: {
      order: 'pre',
      handler(source, importer = '') {
        const isReplaced =
          /node_modules\/(xmlbuilder2|@oozcitak)\//.test(importer) && replacements.has(source);
        if (!isReplaced) return null;
        used.add(source);
        return prefix + source;
      },
    },
    load(id) {
      return id.startsWith(prefix) ? replacements.get(id.slice(prefix.length)) : null;
    },
    buildEnd() {
      const unused = [...replacements.keys()].filter((name) => !used.has(name));
      if (used.size > 0 && unused.length > 0)
        this.error(`xmlbuilder2 no longer imports ${unused.join(', ')}`);
    },
  };
}
