/** Counts, for each package, the requests that do not compile. */
import { fileURLToPath } from 'node:url';
import { programOf } from '../program-of.mjs';
import { aiCall } from './ai-call.mjs';

const contenders = {
  clust: {
    head: `import { MessagesRequest } from 'clust';`,
    call: (body) => `MessagesRequest.of(${JSON.stringify(body)})`,
  },
  'official SDK': {
    head: `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();`,
    call: (body) => `client.beta.messages.create(${JSON.stringify(body)})`,
  },
  ai: {
    head: `import { anthropic } from '@ai-sdk/anthropic';\nimport { generateText, jsonSchema, tool } from 'ai';
const common = { maxRetries: 0 };`,
    call: aiCall,
  },
};

export function compileInvalidRequests(bodies) {
  return Object.fromEntries(
    Object.entries(contenders).map(([name, { head, call }]) => {
      const calls = bodies.map(call).filter((code) => code !== undefined);
      return [name, countCompileErrors(head, calls)];
    }),
  );
}

/** The number of calls that have a compile error. Each call is on its own line. */
function countCompileErrors(head, calls) {
  const text = `${head}\n${calls.map((code, number) => `export const call${number} = ${code};`).join('\n')}\n`;
  const file = fileURLToPath(new URL('calls.ts', import.meta.url));
  const program = programOf(file, text);
  const headLines = head.split('\n').length;
  const lines = program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ file: source, start }) => source.getLineAndCharacterOfPosition(start).line);
  if (lines.some((line) => line < headLines))
    throw new Error('the packages are missing: run `npm ci` in bench/');
  return new Set(lines).size;
}
