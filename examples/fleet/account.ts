import type { Outcome } from './conduct.js';

/** What happened, for people. */
export function account(outcome: Outcome): string {
  const { jobs, workers, kills, results, missing, twice, wrong, answeredTwice, refused, seconds } = outcome;
  const { mostPerMinute, perMinute, progress } = outcome;
  return [
    `${jobs} jobs, ${workers} workers, ${kills} of them killed, Redis killed once: ${seconds.toFixed(1)} s`,
    `results     ${results}: ${missing} missing, ${twice} twice, ${wrong} wrong`,
    `server      answered ${answeredTwice} questions twice (when a worker or Redis died), refused ${refused} requests`,
    `limit       ${mostPerMinute} requests in the busiest minute; allowed were ${perMinute}`,
    `cost        $${progress.usd.toFixed(4)} by list prices, ${progress.inputTokens} tokens in, ${progress.outputTokens} out`,
  ].join('\n');
}
