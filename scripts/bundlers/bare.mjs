// Runs bundles in a context that has only JavaScript and web APIs, and nothing of Node: no `process`, `require` or `Buffer`.
import { createContext, runInContext, SourceTextModule } from 'node:vm';

const webGlobals = [
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

const createWebContext = () =>
  createContext(Object.fromEntries(webGlobals.map((name) => [name, globalThis[name]])));

/** Runs a program that is one file, and returns its result. */
export async function runScript(code) {
  const context = createWebContext();
  runInContext(code, context);
  return context.result;
}

/** Runs a program of several modules. Returns its result, and the names of the modules that it loaded. */
export async function runModules(files, entry) {
  const context = createWebContext();
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
      async importModuleDynamically(dynamicSpecifier) {
        const target = load(dynamicSpecifier);
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
