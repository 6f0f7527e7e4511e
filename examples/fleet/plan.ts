/** The settings of a run. Every process of the run reads them from the environment that it inherits. */
export interface Plan {
  readonly jobs: number;
  readonly workers: number;
  /** The number of requests that a worker has in progress at once. */
  readonly concurrency: number;
  readonly kills: number;
  readonly perMinute: number;
  /** The average time that the server takes for a request, in milliseconds. */
  readonly latency: number;
}

export function planOf({
  FLEET_JOBS = '10000',
  FLEET_WORKERS = '4',
  FLEET_CONCURRENCY = '16',
  FLEET_KILLS = '20',
  FLEET_PER_MINUTE = '6000',
  FLEET_LATENCY = '5',
}: NodeJS.ProcessEnv): Plan {
  return {
    jobs: Number(FLEET_JOBS),
    workers: Number(FLEET_WORKERS),
    concurrency: Number(FLEET_CONCURRENCY),
    kills: Number(FLEET_KILLS),
    perMinute: Number(FLEET_PER_MINUTE),
    latency: Number(FLEET_LATENCY),
  };
}
