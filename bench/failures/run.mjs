/** Counts how each package handles invalid requests and cut answers, and writes the tables into docs/benchmarks.md. */
import { tableOf, writeTables } from '../benchmarks-page.mjs';
import { recordResults } from '../results.mjs';
import { compileInvalidRequests } from './compiled-requests.mjs';
import { cutStreamReaders } from './cut-stream-readers.mjs';
import { cuts, endingNames, readCutStreams } from './cut-streams.mjs';
import { invalidBodies } from './invalid-bodies.mjs';
import { sendInvalidRequests } from './sent-requests.mjs';

const bodies = await invalidBodies();
const compiled = compileInvalidRequests(bodies);
const sent = await sendInvalidRequests(bodies);
const detected = await readCutStreams(cutStreamReaders);
console.log(compiled, sent, detected);

const requestRows = Object.entries(sent).map(([name, { refused, changed, sent, inexpressible }]) => [
  name,
  compiled[name],
  refused,
  changed,
  sent,
  inexpressible,
]);
const cutRows = Object.entries(detected).map(([name, counts]) => [
  name,
  ...endingNames.map((ending) => counts[ending]),
]);

recordResults('failures', { requests: bodies.length, compiled, sent, cuts, detected });
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
  `The number of cut answers, of ${cuts} of each kind, for which the reader throws:`,
  tableOf(['reader', 'connection closed', 'connection reset', '`error` event'], cutRows),
]);
