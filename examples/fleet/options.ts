import type { FleetOptions } from 'clust/fleet';
import { planOf } from './plan.js';

/** The options that all processes of a run share. They read them from the environment that they inherit. */
export function fleetOptions(): FleetOptions {
  return {
    redis: process.env.FLEET_REDIS ?? '',
    name: 'example',
    perMinute: { requests: planOf(process.env).perMinute },
    // Other workers take over the jobs of a killed worker after one second.
    takeOverAfter: 1_000,
  };
}
