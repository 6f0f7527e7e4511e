import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { forms } from './forms.mjs';

const REQUESTS = 100;
const STEPS = 30;
const EDITS = 15;

/**
 * The CPU time of the language service of an editor, in milliseconds, by form: `diagnostics` after an edit in a file of 100
 * requests, and `completions` in the last request of that file. `chain` is the time of completions after a chain of 30 steps.
 * The forms take turns, so a slow moment of the machine affects all of them, and the fastest time of each counts.
 */
export function measureEditor() {
  const tasks = Object.entries(forms).flatMap(([name, form]) => tasksOf(name, form));
  const times = new Map(tasks.map(({ run }) => [run, Number.POSITIVE_INFINITY]));
  // The first edit does not count: it loads the library files.
  for (let edit = 0; edit <= EDITS; edit += 1)
    for (const { run } of [...tasks, chainTask]) {
      const before = process.cpuUsage();
      run(edit);
      const { user, system } = process.cpuUsage(before);
      const time = (user + system) / 1000;
      if (edit > 0) times.set(run, Math.min(time, times.get(run) ?? time));
    }
  const figures = {};
  for (const { name, request, run } of tasks) figures[name] = { ...figures[name], [request]: times.get(run) };
  return { ...figures, chain: times.get(chainTask.run) };
}

const bodyOf = (number) => ({
  model: 'claude-haiku-4-5',
  max_tokens: 1024 + number,
  system: `You are assistant ${number}.`,
  tools: [
    {
      name: `tool_${number}`,
      description: `Tool ${number}`,
      input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    },
  ],
  tool_choice: { type: 'auto' },
  messages: [{ role: 'user', content: `Question ${number}` }],
});

/** The text in the last request of the file after which the editor asks for completions. */
const textBeforeCompletion = {
  'clust, chains': '\n  .toolChoice({',
  'clust, objects': '"tool_choice": {',
  'official SDK': '"tool_choice": {',
};

function tasksOf(name, { head, write }) {
  const requests = Array.from({ length: REQUESTS }, (_, number) => write(bodyOf(number), `request${number}`));
  const text = `${head}\n${requests.join('\n')}\n`;
  const before = textBeforeCompletion[name];
  const edited = (edit) => text.replace('Question 50', `Question 50, ${edit}`);
  const service = serviceOf(text);
  const diagnostics = (edit) => {
    service.write(edited(edit));
    const [problem] = service.language.getSemanticDiagnostics(service.file);
    if (problem) throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
  };
  const completions = (edit) => {
    const written = edited(`again ${edit}`);
    service.write(written);
    service.expectCompletion(written.lastIndexOf(before) + before.length, 'disable_parallel_tool_use');
  };
  return [
    { name, request: 'diagnostics', run: diagnostics },
    { name, request: 'completions', run: completions },
  ];
}

/** The completions after the last dot of one long chain. */
const chainTask = {
  service: serviceOf(''),
  run(edit) {
    const turns = Array.from(
      { length: STEPS / 2 },
      (_, number) => `.user('Q${number}').assistant('A${number}')`,
    );
    const text = `${forms['clust, chains'].head}\nMessagesRequestBuilder.create('claude-haiku-4-5').system('${edit}')${turns.join('')}.`;
    chainTask.service.write(text);
    chainTask.service.expectCompletion(text.length, 'build');
  },
};

/** A language service for one file that is not on disk. `write()` replaces its text, as an edit does. */
function serviceOf(initial) {
  const file = fileURLToPath(new URL('edited.ts', import.meta.url));
  let text = initial;
  let version = 0;
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    paths: { clust: [fileURLToPath(new URL('../../dist/index.d.ts', import.meta.url))] },
  };
  const host = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? `${version}` : '0'),
    getScriptSnapshot(name) {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => fileURLToPath(new URL('.', import.meta.url)),
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  };
  const language = ts.createLanguageService(host);
  return {
    file,
    language,
    write(next) {
      text = next;
      version += 1;
    },
    /** Throws if the completions at a position do not include a name. */
    expectCompletion(position, name) {
      const entries = language.getCompletionsAtPosition(file, position, {})?.entries ?? [];
      if (!entries.some((entry) => entry.name.replaceAll('"', '') === name))
        throw new Error(`the completions do not include ${name}`);
    },
  };
}
