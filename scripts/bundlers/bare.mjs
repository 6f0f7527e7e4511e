// Runs bundles where there is the language and the web, and nothing of Node: no `process`, no `require`, no `Buffer`.
import { createContext, runInContext, SourceTextModule } from 'node:vm';

const web = [
  ...['AbortController', 'AbortSignal', 'DOMException', 'Event', 'EventTarget', 'URL', 'URLSearchParams'],
  ...[
    'Blob',
    'FormData',
    'Headers',
    'Request',
    'Response',
    'ReadableStream',
    'TransformStream',
    'WritableStream',
  ],
  ...[
    'TextDecoder',
    'TextDecoderStream',
    'TextEncoder',
    'TextEncoderStream',
    'atob',
    'btoa',
    'crypto',
    'performance',
  ],
  ...[
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'queueMicrotask',
    'structuredClone',
    'console',
  ],
];

const bare = () => createContext(Object.fromEntries(web.map((name) => [name, globalThis[name]])));

/** What a program in one file gave. */
export async function runScript(code) {
  const context = bare();
  runInContext(code, context);
  return context.result;
}

/** What a program in several modules gave, and which of them it loaded for that. */
export async function runModules(files, entry) {
  const context = bare();
  const loaded = new Map();
  const load = (specifier) => {
    const name = specifier.replace(/^\.\//, '');
    const found = loaded.get(name);
    if (found !== undefined) return found;
    const code = files.get(name);
    if (code === undefined) throw new Error(`${specifier} is not in the bundle`);
    const module = new SourceTextModule(code, {
      context,
      identifier: name,
      async importModuleDynamically(later) {
        const target = load(later);
        if (target.status === 'unlinked') await target.link(load);
        await target.evaluate();
        return target;
      },
    });
    loaded.set(name, module);
    return module;
  };
  const module = load(entry);
  await module.link(load);
  await module.evaluate();
  return { result: await context.result, loaded: [...loaded.keys()] };
}
