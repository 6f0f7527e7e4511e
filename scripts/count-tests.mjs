// Prints `Tests: N passed, N failed` from jest's report, and fails when anything did. What broke without failing a
// test counts as one failure: a check before jest, a test file that does not load, a run that was stopped.
import { existsSync, readFileSync } from 'node:fs';

const [report, status] = process.argv.slice(2);
const finished = status === '0' && existsSync(report);
const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
const {
  numPassedTests: passed = 0,
  numFailedTests = 0,
  numRuntimeErrorTestSuites = 0,
  numPendingTests: skipped = 0,
} = results;

const failed = Math.max(numFailedTests + numRuntimeErrorTestSuites, finished ? 0 : 1);
if (skipped > 0) console.log(`${skipped} tests were skipped: they read recordings that are not here`);
console.log(`Tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
