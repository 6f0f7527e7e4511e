import type { Outcome } from './run-fleet.js';

/** The outcome as text for a terminal. */
export function formatReport(outcome: Outcome): string {
  const { jobs, workers, machines, workerKills, redisKills, seconds, busiest, allowed, progress } = outcome;
  const { results, missing, duplicated, wrong, answeredTwice, rejected } = outcome;
  const place = machines === 2 ? ' on two machines, one of which loses its network for 3 s' : '';
  return [
    `${jobs} jobs, ${workers} workers${place}: ${seconds.toFixed(1)} s`,
    `kills       workers ${workerKills} times, Redis ${redisKills} times`,
    `results     ${results}: ${missing} missing, ${duplicated} duplicated, ${wrong} wrong`,
    `server      answered ${answeredTwice} questions twice (after a worker or Redis crashed), rejected ${rejected} requests`,
    `limit       ${busiest.minute} requests in the busiest minute (limit ${allowed.minute})`,
    `            ${busiest.second} requests in the busiest second (limit ${allowed.second})`,
    `cost        $${progress.usd.toFixed(4)} at list prices, ${progress.inputTokens} input tokens, ${progress.outputTokens} output tokens`,
  ].join('\n');
}
