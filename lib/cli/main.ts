#!/usr/bin/env node
import { run } from './run.js';

// The reader of a pipe such as `clust models | head -1` may stop early, which is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await run(process.argv.slice(2), process);
