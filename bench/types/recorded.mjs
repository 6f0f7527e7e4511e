import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { programOf } from '../program-of.mjs';
import { forms, isWritable } from './forms.mjs';

const fixtures = new URL('../../../shared/fixtures/', import.meta.url);

/** The first `count` recorded bodies that the API accepted and that compile in every form. */
export function recordedBodies(count) {
  const index = JSON.parse(readFileSync(new URL('index.json', fixtures), 'utf8'));
  const bodies = index
    .filter(({ endpoint, status, files }) => endpoint === '/v1/messages' && status === 200 && files.request)
    .map(({ files }) => JSON.parse(readFileSync(new URL(files.request, fixtures), 'utf8')).body)
    .filter((body) => typeof body === 'object' && body !== null && isWritable(body));
  const unique = [...new Map(bodies.map((body) => [JSON.stringify(body), body])).values()];
  const refused = new Set(Object.values(forms).flatMap((form) => [...refusedIn(form, unique)]));
  const compiled = unique.filter((_, index) => !refused.has(index)).slice(0, count);
  if (compiled.length < count) throw new Error(`only ${compiled.length} recorded bodies compile`);
  return compiled;
}

/** The indexes of the bodies that do not compile in a form. */
function refusedIn({ head, write }, bodies) {
  const file = fileURLToPath(new URL('program.ts', import.meta.url));
  const starts = [];
  let text = `${head}\n`;
  bodies.forEach((body, index) => {
    starts.push(text.length);
    text += `${write(body, `request${index}`)}\n`;
  });
  const program = programOf(file, text);
  const found = program.getSemanticDiagnostics(program.getSourceFile(file));
  return new Set(found.map(({ start }) => starts.findLastIndex((first) => first <= start)));
}
