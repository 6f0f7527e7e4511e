import { afterEach } from '@jest/globals';

/** What tests have written to the console. A test that writes to it fails, so that no stray log is committed. */
const written: string[] = [];

for (const method of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) {
  console[method] = (...values: unknown[]) => void written.push(`console.${method}: ${values.join(' ')}`);
}

afterEach(() => {
  const lines = written.splice(0);
  if (lines.length > 0) throw new Error(`this test wrote to the console\n${lines.join('\n')}`);
});
