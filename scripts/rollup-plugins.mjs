import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { transform } from 'esbuild';
import ts from 'typescript';

/** A file that is no longer built must not be published. */
export function startEmpty(folder) {
  return {
    name: 'start-empty',
    buildStart: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** `lib/version.ts` says `0.0.0-source`; what is built says what package.json says. */
export function writeVersion(version) {
  return {
    name: 'write-version',
    transform(code, id) {
      if (!id.endsWith('/lib/version.ts')) return null;
      const placeholder = "'0.0.0-source'";
      if (!code.includes(placeholder)) this.error(`lib/version.ts no longer holds ${placeholder}`);
      return { code: code.replace(placeholder, `'${version}'`), map: null };
    },
  };
}

/** Types go file by file, as `isolatedModules` allows: `npm run typecheck` has seen every error before. */
export function eraseTypes() {
  const compilerOptions = {
    // Nothing is written anew. For ES2022 the compiler adds `_a = Builder` after a class whose private methods name it,
    // and a bundler then keeps the class in programs that never use it.
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  };
  return {
    name: 'erase-types',
    resolveId(source, importer = '') {
      if (!source.startsWith('.') || !importer.endsWith('.ts')) return null;
      // As package.json says of the built files: without it, an import of nothing is left of a module that is not used.
      return { id: resolve(dirname(importer), source.replace(/\.js$/, '.ts')), moduleSideEffects: false };
    },
    transform(code, id) {
      const fileName = id.replace(COPY, '');
      if (!fileName.endsWith('.ts')) return null;
      return { code: ts.transpileModule(code, { compilerOptions, fileName }).outputText, map: null };
    },
  };
}

/** What a module is called that has a copy of its own. */
const COPY = '?copy';

/**
 * Gives what is loaded later (`loadedLater`) its own copy of these modules (`modules`), which must hold no state. Both are
 * beginnings of paths from the top of the project; one that fits no module is an error, since a file may have moved.
 *
 * esbuild loads a file at once when the entry exports something of it and a file that is loaded later uses it: the prices of all
 * models would come with every program, since `cost()` is public and a run with a budget uses it.
 */
export function ownCopies({ modules, loadedLater }) {
  const unseen = new Set([...modules, ...loadedLater]);
  const isAmong = (beginnings, id) => {
    const found = beginnings.filter((beginning) => id.startsWith(resolve(beginning)));
    for (const beginning of found) unseen.delete(beginning);
    return found.length > 0;
  };
  return {
    name: 'own-copies',
    resolveId(source, importer = '') {
      const from = importer.replace(COPY, '');
      if (!source.startsWith('.') || !from.endsWith('.ts')) return null;
      const id = resolve(dirname(from), source.replace(/\.js$/, '.ts'));
      const isLater = importer.endsWith(COPY) || isAmong(loadedLater, importer);
      if (isLater && isAmong(modules, id)) return id + COPY;
      return importer.endsWith(COPY) ? id : null;
    },
    load(id) {
      return id.endsWith(COPY) ? readFileSync(id.replace(COPY, ''), 'utf8') : null;
    },
    buildEnd() {
      if (unseen.size > 0) this.error(`no module that is copied begins with ${[...unseen].join(', ')}`);
    },
  };
}

/** The modules that these import, directly or not, but for what they import later; paths from the top of the project. */
export function importedBy(paths, getModuleInfo) {
  const found = new Set(paths.map((path) => resolve(path)));
  for (const id of found) for (const imported of getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

/** The declarations that are inlined come with pages of documentation that is not about clust. */
export function stripForeignComments() {
  return {
    name: 'strip-foreign-comments',
    transform(code, id) {
      return id.includes('/node_modules/') ? { code: withoutComments(code), map: null } : null;
    },
  };
}

/** By the syntax tree, since `//` and `/*` also stand in template literal types. */
function withoutComments(code) {
  const source = ts.createSourceFile('', code, ts.ScriptTarget.Latest);
  const comments = new Map();
  const collect = (node) => {
    for (const { pos, end } of ts.getLeadingCommentRanges(code, node.pos) ?? []) comments.set(pos, end);
    for (const { pos, end } of ts.getTrailingCommentRanges(code, node.end) ?? []) comments.set(pos, end);
    node.getChildren(source).forEach(collect);
  };
  collect(source);
  return [...comments]
    .sort(([left], [right]) => right - left)
    .reduce((rest, [pos, end]) => rest.slice(0, pos) + rest.slice(end), code)
    .replace(/^\s*\n/gm, '');
}

/** Who copies a package into its own file passes that package's licence on. */
export function thirdPartyLicences(packages) {
  return {
    name: 'third-party-licences',
    generateBundle() {
      const texts = packages.map((name) => {
        const folder = join('node_modules', name);
        const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
        if (licence === undefined) throw new Error(`${name} has no licence file to pass on`);
        return `${name}\n\n${readFileSync(join(folder, licence), 'utf8').trim()}\n`;
      });
      this.emitFile({
        type: 'asset',
        fileName: 'THIRD-PARTY-LICENSES.txt',
        source: `The files in this folder contain:\n\n${texts.join('\n---\n\n')}`,
      });
    },
  };
}

/** What xmlbuilder2 takes from Node and from packages that `clust/xml` never uses, by what the platform has. */
const xmlbuilderReplacements = new Map([
  [
    'url',
    `export const domainToASCII = (domain) => {
       try { return new URL('http://' + domain).hostname; } catch { return ''; }
     };
     export const domainToUnicode = (domain) => domain;`,
  ],
  // Its reader of YAML, and its builder that calls back, which needs `events`.
  ['js-yaml', 'export const load = undefined, dump = undefined;'],
  ['./XMLBuilderCBImpl', 'export class XMLBuilderCBImpl {}'],
  ['./BuilderFunctionsCB', 'export const createCB = undefined, fragmentCB = undefined;'],
]);

/** Puts these in place of what they replace; a build fails when xmlbuilder2 no longer asks for one of them. */
export function xmlbuilderShims() {
  const prefix = '\0xmlbuilder2-shim:';
  const used = new Set();
  return {
    name: 'xmlbuilder-shims',
    resolveId: {
      order: 'pre',
      handler(source, importer = '') {
        const isAsked =
          /node_modules\/(xmlbuilder2|@oozcitak)\//.test(importer) && xmlbuilderReplacements.has(source);
        if (!isAsked) return null;
        used.add(source);
        return prefix + source;
      },
    },
    load(id) {
      return id.startsWith(prefix) ? xmlbuilderReplacements.get(id.slice(prefix.length)) : null;
    },
    buildEnd() {
      const unused = [...xmlbuilderReplacements.keys()].filter((name) => !used.has(name));
      if (used.size > 0 && unused.length > 0)
        this.error(`xmlbuilder2 no longer imports ${unused.join(', ')}`);
    },
  };
}

/** Code that nobody reads, of a package that is four times as large unminified. It writes nothing to the console. */
export function minifyChunk(name) {
  return {
    name: 'minify-chunk',
    async renderChunk(code, chunk) {
      if (chunk.name !== name) return null;
      const options = { minify: true, target: 'es2022', drop: ['console'], legalComments: 'none' };
      return { code: (await transform(code, options)).code, map: null };
    },
  };
}
