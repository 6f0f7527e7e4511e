import { ApiKey, ClientBuilder } from 'clust';
import { fleet } from 'clust/fleet';
import { fleetOptions } from './options.js';
import { planOf } from './plan.js';

/** Runs one worker in this process until the process is killed. */
export async function runWorker(): Promise<void> {
  const client = ClientBuilder.create()
    .apiKey(ApiKey.of('embedded'))
    .baseUrl(process.env.FLEET_SERVER ?? '')
    .build();
  fleet(fleetOptions()).work(client, { concurrency: planOf(process.env).concurrency });
  await new Promise(() => undefined);
}
