import type { Outcome } from './conduct.js';

/** What happened, for people. */
export function account(outcome: Outcome): string {
  const { jobs, workers, machines, killed, redisKilled, seconds, busiest, allowed, progress } = outcome;
  const { results, missing, twice, wrong, answeredTwice, refused } = outcome;
  const place = machines === 2 ? ' on two machines, one of them without network for 3 s' : '';
  return [
    `${jobs} jobs, ${workers} workers${place}: ${seconds.toFixed(1)} s`,
    `killed      a worker ${killed} times, Redis ${redisKilled} times`,
    `results     ${results}: ${missing} missing, ${twice} twice, ${wrong} wrong`,
    `server      answered ${answeredTwice} questions twice (when a worker or Redis died), refused ${refused} requests`,
    `limit       ${busiest.minute} requests in the busiest minute; allowed were ${allowed.minute}`,
    `            ${busiest.second} requests in the busiest second; allowed were ${allowed.second}`,
    `cost        $${progress.usd.toFixed(4)} by list prices, ${progress.inputTokens} tokens in, ${progress.outputTokens} out`,
  ].join('\n');
}
