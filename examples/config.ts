// Reads a model and its parameters from a YAML file: `node scripts/run.mjs examples/config.ts`.
import { readFile } from 'node:fs/promises';
import { Client, MessagesRequest } from 'clust';
import { type Document, isMap, isSeq, LineCounter, parseDocument } from 'yaml';

const client = Client.fromEnv();

for (const file of ['examples/config/assistant.yaml', 'examples/config/broken.yaml']) {
  const { fields, problems } = await readConfig(file);
  if (problems.length > 0) {
    console.log(problems.join('\n'));
    continue;
  }
  // `parse()` checks at run time what the compiler cannot check in a file.
  const message = await client.createMessage(
    MessagesRequest.parse({ ...fields, messages: ask('Where is the capital of France?') }),
  );
  console.log(message.text);
}

/** Reads the fields of a request from a file, and checks them. Each problem has the file, the line and the column. */
async function readConfig(file: string) {
  const text = await readFile(file, 'utf8');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col} ${message}`;
  };
  if (document.errors.length > 0)
    return { fields: {}, problems: document.errors.map(({ pos: [start], message }) => at(start, message)) };

  const fields = { ...document.toJS() };
  const found = MessagesRequest.problems({ ...fields, messages: ask('Hi') });
  return { fields, problems: found.map(({ path, message }) => at(offsetOf(document, path), message)) };
}

/** The offset in the file of a path of the request. For a missing field, the offset of the nearest parent. */
function offsetOf({ contents }: Document.Parsed, path: string): number {
  let node: unknown = contents;
  let offset = 0;
  for (const step of path.split('.')) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === step);
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  const { range }: { readonly range?: readonly number[] } = Object(node);
  return range?.[0];
}

function ask(question: string) {
  return [{ role: 'user' as const, content: question }];
}
