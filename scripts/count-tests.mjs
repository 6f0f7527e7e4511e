// Prints `Tests: N passed, N failed` from the reports of jest, given as pairs of a file and the exit status of its run, and
// fails when anything did. What broke without failing a test counts as one failure: a check before jest, a test file that
// does not load, a run that was stopped.
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
  // A run that was given a name of tests skips all others.
  if (index === 0 && results.numPendingTests > 0)
    console.log(`${results.numPendingTests} tests were skipped: they read recordings that are not here`);
}
console.log(`Tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
