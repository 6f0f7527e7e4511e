/** Counts what each package does with requests that are wrong and answers that are cut, and writes docs/benchmarks.md. */
import { tableOf, writeTables } from '../benchmarks-page.mjs';
import { recordResults } from '../results.mjs';
import { compileRefusedRequests } from './compiled-requests.mjs';
import { cutStreamReaders } from './cut-stream-readers.mjs';
import { cuts, endings, readCutStreams } from './cut-streams.mjs';
import { refusedBodies } from './refused-bodies.mjs';
import { sendRefusedRequests } from './refused-requests.mjs';

const bodies = await refusedBodies();
const compiled = compileRefusedRequests(bodies);
const sent = await sendRefusedRequests(bodies);
const told = await readCutStreams(cutStreamReaders);
console.log(compiled, sent, told);

const requestRows = Object.entries(sent).map(([name, { refused, changed, sent, inexpressible }]) => [
  name,
  compiled[name],
  refused,
  changed,
  sent,
  inexpressible,
]);
const cutRows = Object.entries(told).map(([name, counts]) => [name, ...endings.map((each) => counts[each])]);

recordResults('failures', { requests: bodies.length, compiled, sent, cuts, told });
writeTables('failures', [
  `${bodies.length} requests that the API answers with an error:`,
  tableOf(
    [
      'package',
      'does not compile',
      'refused before the network',
      'changed, then sent',
      'sent',
      'cannot be expressed',
    ],
    requestRows,
  ),
  `${cuts} cut answers of each kind, and the number of them that end with an error for the reader:`,
  tableOf(['reader', 'connection closed', 'connection reset', '`error` event'], cutRows),
]);
