import type { BatchRequestCounts, MessageBatchBody } from '../wire/endpoints/message-batch.js';
import type { TerminalOutput } from './cli.js';

/** Shows the progress of a batch: a bar on a terminal, lines in a pipe. */
export interface BatchProgress {
  update(counts: BatchRequestCounts, batch: MessageBatchBody): void;
  /** Ends the line of the bar. */
  stop(): void;
}

export function batchProgress(stderr: TerminalOutput): BatchProgress {
  const columns = stderr.isTTY === true ? (stderr.columns ?? 0) : 0;
  let last = '';
  const show = (line: string) => {
    if (line !== last) stderr.write(line);
    last = line;
  };
  return {
    update(counts, { id, processing_status: status }) {
      const total = totalOf(counts);
      const done = total - counts.processing;
      const text = `${done} of ${total} done, ${status}`;
      if (columns === 0) return show(`${id}: ${text}\n`);
      const width = Math.min(40, columns - text.length - 2);
      // Overwrites the line, and clears the rest of it.
      show(`\r${bar(done / Math.max(1, total), width)} ${text}\u001b[K`);
    },
    stop() {
      if (columns > 0 && last !== '') show('\n');
    },
  };
}

function bar(part: number, width: number): string {
  if (width < 1) return '';
  const full = Math.round(part * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

export function totalOf({ processing, succeeded, errored, canceled, expired }: BatchRequestCounts): number {
  return processing + succeeded + errored + canceled + expired;
}
