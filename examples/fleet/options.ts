import type { FleetOptions } from 'clust/fleet';
import { planOf } from './plan.js';

/** What all processes of the run agree on; the first one hands it down by the environment. */
export function fleetOptions(): FleetOptions {
  return {
    redis: process.env.FLEET_REDIS ?? '',
    name: 'example',
    perMinute: { requests: planOf(process.env).perMinute },
    // A worker that is killed is noticed after a second.
    takeOverAfter: 1_000,
  };
}
