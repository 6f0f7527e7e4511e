import { SingleBar } from 'cli-progress';
import type { BatchRequestCounts, MessageBatchBody } from '../wire/endpoints/message-batch.js';
import type { TerminalOutput } from './cli.js';

/** Shows how far a batch is: a bar on a terminal, lines in a pipe. */
export interface BatchProgress {
  update(counts: BatchRequestCounts, batch: MessageBatchBody): void;
  stop(): void;
}

export function batchProgress(stderr: TerminalOutput): BatchProgress {
  // A bar on a terminal of no columns would be drawn for ever.
  return stderr.isTTY === true && (stderr.columns ?? 0) > 0 ? bar(stderr) : lines(stderr);
}

function bar(stream: TerminalOutput): BatchProgress {
  const shown = new SingleBar({
    stream,
    format: '{bar} {percentage}%  {value} of {total} done  {status}',
    hideCursor: true,
    clearOnComplete: false,
    linewrap: false,
  });
  let isStarted = false;
  return {
    update(counts, { processing_status: status }) {
      const total = totalOf(counts);
      // Until it ends a batch says how many are left, and not how they ended.
      const done = status === 'ended' ? total : total - counts.processing;
      if (!isStarted) shown.start(total, done, { status });
      isStarted = true;
      shown.update(done, { status });
    },
    stop: () => shown.stop(),
  };
}

function lines(stream: TerminalOutput): BatchProgress {
  let last = '';
  return {
    update(counts, { id, processing_status: status }) {
      const line = `${id} ${status}: ${totalOf(counts) - counts.processing} of ${totalOf(counts)} done\n`;
      if (line !== last) stream.write(line);
      last = line;
    },
    stop: () => undefined,
  };
}

export function totalOf({ processing, succeeded, errored, canceled, expired }: BatchRequestCounts): number {
  return processing + succeeded + errored + canceled + expired;
}
