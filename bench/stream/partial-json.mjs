/**
 * Measures only the parser of partial JSON: it gets JSON of several shapes in chunks of 20 characters, and its value is read
 * after every chunk. The parser is not exported, so it is bundled from its source.
 */
import { build } from 'esbuild';

const SIZES = [25_000, 50_000, 100_000, 200_000, 1_000_000];
const CHUNK = 20;
const ROUNDS = 5;

const { outputFiles } = await build({
  entryPoints: [new URL('../../lib/stream/partial-json/partial-json.ts', import.meta.url).pathname],
  bundle: true,
  write: false,
  format: 'esm',
});
const { PartialJson } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const list = (length, item) => Array.from({ length }, (_, at) => item(at));

/** Functions that return JSON of about the given length. */
const shapes = {
  'a document': (bytes) =>
    JSON.stringify({ path: '/tmp/report.md', text: 'A line of "text".\n'.repeat(bytes / 21) }),
  'a list of records': (bytes) =>
    JSON.stringify({
      records: list(bytes / 70, (id) => ({ id, name: `Record ${id}`, tags: ['a', 'b'], done: true })),
    }),
  'a list of numbers': (bytes) => JSON.stringify({ values: list(bytes / 5, (at) => at % 9999) }),
  'an object with many properties': (bytes) =>
    JSON.stringify(Object.fromEntries(list(bytes / 40, (at) => [`field_${at}`, `The value of ${at}`]))),
  'text with escape sequences': (bytes) => `{"text": "${'\\u4e16\\ud83d\\ude00\\n'.repeat(bytes / 20)}"}`,
};

function cpuTimeOf(json) {
  const before = process.cpuUsage();
  const parser = new PartialJson();
  let value;
  for (let at = 0; at < json.length; at += CHUNK) {
    parser.push(json.slice(at, at + CHUNK));
    value = parser.value;
  }
  const { user, system } = process.cpuUsage(before);
  if (JSON.stringify(value) !== JSON.stringify(JSON.parse(json)))
    throw new Error('the last value differs from JSON.parse()');
  return (user + system) / 1000;
}

for (const [shape, jsonOf] of Object.entries(shapes)) {
  const times = SIZES.map((bytes) => {
    const json = jsonOf(bytes);
    return Math.min(...list(ROUNDS, () => cpuTimeOf(json)));
  });
  console.log(
    `${shape}: ${times.map((time, at) => `${SIZES[at] / 1000} kB ${time.toFixed(1)} ms`).join(', ')}`,
  );
}
