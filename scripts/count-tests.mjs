// Prints `Tests: N passed, N failed` from the reports of jest, and fails if anything failed. The arguments are pairs of a
// report file and the exit code of its run. A run that failed without a failed test counts as one failure, for example if a
// check before jest failed, or if the run timed out.
import { existsSync, readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
const args = process.argv.slice(2);
for (let index = 0; index < args.length; index += 2) {
  const [report, status] = args.slice(index, index + 2);
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  const finished = status === '0' && results.numPassedTests > 0;
  const { numPassedTests = 0, numFailedTests = 0, numRuntimeErrorTestSuites = 0 } = results;
  passed += numPassedTests;
  failed += Math.max(numFailedTests + numRuntimeErrorTestSuites, finished ? 0 : 1);
  // Only the first run counts: the others select tests by name, so they skip most of them.
  if (index === 0 && results.numPendingTests > 0)
    console.log(
      `${results.numPendingTests} tests were skipped, because recordings or programs that they need are missing`,
    );
}
console.log(`Tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
