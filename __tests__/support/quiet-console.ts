import { afterEach } from '@jest/globals';

/** Library and tests are silent: whatever a test leaves on the console fails it, so a stray log cannot slip in. */
const written: string[] = [];

for (const method of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) {
  console[method] = (...values: unknown[]) => void written.push(`console.${method}: ${values.join(' ')}`);
}

afterEach(() => {
  const lines = written.splice(0);
  if (lines.length > 0) throw new Error(`this test wrote to the console\n${lines.join('\n')}`);
});
