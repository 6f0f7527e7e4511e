import type { FleetOptions } from 'clust/fleet';

/** What all processes of the run agree on; the first one hands it down by the environment. */
export function fleetOptions(): FleetOptions {
  return {
    redis: process.env.FLEET_REDIS ?? '',
    name: 'example',
    perMinute: { requests: Number(process.env.FLEET_PER_MINUTE) },
    // A worker that is killed is noticed after a second.
    takeOverAfter: 1_000,
  };
}
