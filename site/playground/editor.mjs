import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/typescript/register';
import * as monaco from 'monaco-editor/editor';
import {
  getTypeScriptWorker,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register';

/** The workers, as files in the folder of this one. All other workers use `editor-worker.js`. */
const workers = { typescript: 'typescript-worker.js' };
self.MonacoEnvironment = {
  getWorker: (_, label) =>
    new Worker(new URL(workers[label] ?? 'editor-worker.js', import.meta.url), { type: 'module' }),
};

const file = monaco.Uri.parse('file:///request.ts');

/** Opens an editor with the types of clust. Calls `onProblems` after every check of the compiler. */
export async function openEditor({ element, code, isDark, onCode, onProblems }) {
  await loadStyles();
  const response = await fetch(new URL('clust-types.json', import.meta.url));
  for (const [path, text] of Object.entries(await response.json()))
    typescriptDefaults.addExtraLib(text, `file:///node_modules/clust/${path}`);
  typescriptDefaults.setCompilerOptions({
    strict: true,
    noEmit: true,
    target: 9, // ES2022
    module: 99, // ESNext
    moduleResolution: 100, // Bundler
    moduleDetection: 3, // force
    // Monaco needs the file names. With `es2022`, it reports no diagnostics.
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  });
  typescriptDefaults.setEagerModelSync(true);

  const model = monaco.editor.createModel(code, 'typescript', file);
  const editor = monaco.editor.create(element, {
    model,
    automaticLayout: true,
    ariaLabel: 'A request, in TypeScript',
    fontSize: 14,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    // Tab moves the focus out of the editor, so that the rest of the page is reachable by keyboard.
    tabFocusMode: true,
    theme: themeOf(isDark),
    wordWrap: 'on',
    fixedOverflowWidgets: true,
  });
  const reportProblems = () => {
    const markers = monaco.editor.getModelMarkers({ resource: file });
    onProblems(markers.filter(({ severity }) => severity === monaco.MarkerSeverity.Error).map(problemOf));
  };
  monaco.editor.onDidChangeMarkers(reportProblems);
  model.onDidChangeContent(() => onCode(model.getValue()));
  return {
    get code() {
      return model.getValue();
    },
    set code(text) {
      // `setValue()` would clear the undo history.
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    },
    set isDark(dark) {
      monaco.editor.setTheme(themeOf(dark));
    },
    /** Checks the code. Without this, code without problems is not reported, because its markers do not change. */
    async check() {
      const worker = await (await registeredWorker())(file);
      await worker.getSemanticDiagnostics(file.toString());
      reportProblems();
    },
    goTo(line, column) {
      editor.setPosition({ lineNumber: line, column });
      editor.revealLineInCenter(line);
      editor.focus();
    },
    dispose() {
      editor.dispose();
      model.dispose();
    },
  };
}

/** Waits for the TypeScript worker. Monaco registers it some time after it creates the first model, and rejects until then. */
async function registeredWorker(attempts = 500) {
  try {
    return await getTypeScriptWorker();
  } catch (error) {
    if (attempts === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return registeredWorker(attempts - 1);
  }
}

function loadStyles() {
  const link = Object.assign(document.createElement('link'), {
    rel: 'stylesheet',
    href: new URL('editor.css', import.meta.url).href,
  });
  return new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', () => reject(new Error(`cannot load ${link.href}`)));
    document.head.append(link);
  });
}

const themeOf = (isDark) => (isDark ? 'hc-black' : 'hc-light');

function problemOf({ message, startLineNumber: line, startColumn: column }) {
  return { line, column, message, sentence: sentenceIn(message) };
}

/** The sentence of clust in a compiler message. If there is none, the first line of the message. */
function sentenceIn(message) {
  const [, because] = /Because<"((?:[^"\\]|\\.)*)">/.exec(message) ?? [];
  const [, sentence] = /'"((?:[^"\\]|\\.)* (?:[^"\\]|\\.)*)"'/.exec(message) ?? [];
  return because ?? sentence ?? message.split('\n')[0];
}
