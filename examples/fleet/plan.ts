/** What a run is to do: by the environment, which every process of the run inherits. */
export interface Plan {
  readonly jobs: number;
  readonly workers: number;
  /** How many requests a worker has under way at once. */
  readonly concurrency: number;
  readonly kills: number;
  readonly perMinute: number;
  /** How long the server thinks about a request, in milliseconds. */
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
