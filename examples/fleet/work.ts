import { ApiKey, ClientBuilder } from 'clust';
import { fleet } from 'clust/fleet';
import { fleetOptions } from './options.js';
import { planOf } from './plan.js';

/** One worker in a process of its own. It works until somebody kills it. */
export async function work(): Promise<void> {
  const client = ClientBuilder.create()
    .apiKey(ApiKey.of('embedded'))
    .baseUrl(process.env.FLEET_SERVER ?? '')
    .build();
  fleet(fleetOptions()).work(client, { concurrency: planOf(process.env).concurrency });
  await new Promise(() => undefined);
}
