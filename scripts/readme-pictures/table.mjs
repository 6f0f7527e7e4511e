const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0);

/** The number of requests that a package can express. */
export const expressible = ({ refused, changed, sent }) => refused + changed + sent;

const seconds = (time) =>
  time < 1000 ? `${time.toFixed(0)} ms` : `${(time / 1000).toFixed(time < 10_000 ? 1 : 0)} s`;

/** The comparison table of the README, from the results of the benchmarks. */
export function comparisonTable({ failures, requests, stream }) {
  const { sent, compiled, cuts, detected } = failures;
  const endings = Object.keys(Object.values(detected)[0]).length;
  const packages = ['clust', 'official SDK', 'ai'];
  const readers = {
    clust: ['clust, `textStream()`', 'clust, `toolInputStream()`'],
    'official SDK': ['official SDK, `create({stream: true})`', 'official SDK, `stream().on("inputJson")`'],
    ai: ['ai, `streamText().textStream`', 'ai, `streamText()` with `parsePartialJson()`'],
  };
  const rows = {
    'wrong requests that are refused before the network': (name) =>
      `${sent[name].refused} of ${expressible(sent[name])}${sent[name].changed > 0 ? `; ${sent[name].changed} are changed` : ''}`,
    'wrong requests that do not compile': (name) => `${compiled[name]} of ${expressible(sent[name])}`,
    'cut answers that make the loop over the text throw': (name) =>
      `${sum(detected[readers[name][0]])} of ${cuts * endings}`,
    [`${stream.sizes.at(-1) / 1000} kB of tool input, parsed while it streams, CPU`]: (name) =>
      seconds(stream.tool[readers[name][1]].at(-1)),
    'one streamed call, minified and gzipped': (name) => `${(requests[name].bundle / 1000).toFixed(1)} kB`,
    'cold import, CPU': (name) => `${requests[name].coldImport.toFixed(0)} ms`,
    '300 requests, type-checked, CPU': (name) => seconds(requests[name].typeCheck),
    'packages installed': (name) => requests[name].installed,
  };
  const cells = [
    ['', 'clust', '`@anthropic-ai/sdk`', '`ai`'],
    ...Object.entries(rows).map(([label, figure]) => [
      label,
      ...packages.map((name) => String(figure(name))),
    ]),
  ];
  return formatted(cells);
}

/** An aligned Markdown table: the first column to the left, the others to the right. */
function formatted(rows) {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((cells) => cells[column].length)));
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const padded = rows.map((cells) =>
    line(cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))),
  );
  const rule = line(widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)));
  return [padded[0], rule, ...padded.slice(1)].join('\n');
}
