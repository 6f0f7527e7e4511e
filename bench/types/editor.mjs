import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { forms } from './forms.mjs';

const REQUESTS = 100;
const STEPS = 30;
const EDITS = 15;

/**
 * The CPU time of the language service in an editor, in milliseconds, by form: `diagnostics`, after an edit in a file of 100
 * requests; `completions`, where the last request of that file gets another field; and for a chain of 30 steps. The forms take
 * turns, so that a busy machine slows all of them, and the fastest time of each counts.
 */
export function measureEditor() {
  const tasks = Object.entries(forms).flatMap(([name, form]) => tasksOf(name, form));
  const times = new Map(tasks.map(({ run }) => [run, Number.POSITIVE_INFINITY]));
  // The first edit reads the libraries.
  for (let edit = 0; edit <= EDITS; edit += 1)
    for (const { run } of [...tasks, chainTask]) {
      const before = process.cpuUsage();
      run(edit);
      const { user, system } = process.cpuUsage(before);
      const time = (user + system) / 1000;
      if (edit > 0) times.set(run, Math.min(time, times.get(run) ?? time));
    }
  const figures = {};
  for (const { name, asked, run } of tasks) figures[name] = { ...figures[name], [asked]: times.get(run) };
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

/** The text before the place where an editor completes, in the last request of the file. */
const completed = {
  'clust, chains': '\n  .toolChoice({',
  'clust, objects': '"tool_choice": {',
  'official SDK': '"tool_choice": {',
};

function tasksOf(name, { head, write }) {
  const requests = Array.from({ length: REQUESTS }, (_, number) => write(bodyOf(number), `request${number}`));
  const text = `${head}\n${requests.join('\n')}\n`;
  const place = completed[name];
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
    service.expect(written.lastIndexOf(place) + place.length, 'disable_parallel_tool_use');
  };
  return [
    { name, asked: 'diagnostics', run: diagnostics },
    { name, asked: 'completions', run: completions },
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
    chainTask.service.expect(text.length, 'build');
  },
};

/** A language service over one file that is not on disk, and whose text an editor replaces. */
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
    /** Throws unless a name is offered at a place. */
    expect(place, name) {
      const entries = language.getCompletionsAtPosition(file, place, {})?.entries ?? [];
      if (!entries.some((entry) => entry.name.replaceAll('"', '') === name))
        throw new Error(`${name} is not offered`);
    },
  };
}
