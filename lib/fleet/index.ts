// The public exports of `clust/fleet`: many machines on one queue in Redis. Needs the packages bullmq and ioredis.

export { type AddedJobs, Fleet, fleet } from './fleet.js';
export type { FleetBudget, FleetJob, FleetOptions, RedisConnection, WorkOptions } from './fleet-options.js';
export type { FleetFailure, FleetProgress, FleetResult } from './fleet-results.js';
export type { FleetWorker } from './worker.js';
