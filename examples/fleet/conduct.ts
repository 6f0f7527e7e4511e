import { type ChildProcess, spawn } from 'node:child_process';
import { MessagesRequestBuilder } from 'clust';
import { type FleetJob, type FleetProgress, fleet } from 'clust/fleet';
import { fleetOptions } from './options.js';
import { startRedis } from './redis.js';
import { startFakeApi } from './server.js';

export interface Plan {
  readonly jobs: number;
  readonly workers: number;
  readonly kills: number;
  readonly perMinute: number;
}

export interface Outcome extends Plan {
  readonly results: number;
  readonly missing: number;
  readonly twice: number;
  readonly wrong: number;
  readonly answeredTwice: number;
  readonly refused: number;
  readonly mostPerMinute: number;
  readonly seconds: number;
  readonly progress: FleetProgress;
  /** Whether every job has its one result, and the limit was kept. */
  readonly isWhole: boolean;
}

/** Starts everything, kills what may be killed, and counts. */
export async function conduct(plan: Plan): Promise<Outcome> {
  const began = performance.now();
  const [redis, api] = await Promise.all([startRedis(), startFakeApi()]);
  Object.assign(process.env, {
    FLEET_REDIS: redis.url,
    FLEET_SERVER: api.url,
    FLEET_PER_MINUTE: `${plan.perMinute}`,
  });
  const workers = Array.from({ length: plan.workers }, startWorker);
  const queue = fleet(fleetOptions());
  try {
    await queue.add(jobs(plan.jobs));
    const found = new Map<string, number>();
    let wrong = 0;
    let killed = 0;
    const disturbance = setInterval(() => void disturb(), 50);
    const disturb = async () => {
      const { succeeded } = await queue.progress();
      // Evenly over the run; and Redis once, in the middle.
      if (killed >= plan.kills || succeeded < ((killed + 1) / (plan.kills + 1)) * plan.jobs) return;
      killed += 1;
      const victim = killed % workers.length;
      workers[victim]?.kill('SIGKILL');
      workers[victim] = startWorker();
      if (killed === Math.ceil(plan.kills / 2)) await redis.restart();
    };
    for await (const { custom_id, result } of queue.results()) {
      found.set(custom_id, (found.get(custom_id) ?? 0) + 1);
      const text =
        result.type === 'succeeded' ? Reflect.get(result.message.content[0] ?? {}, 'text') : undefined;
      if (text !== `The answer to question ${custom_id}.`) wrong += 1;
    }
    clearInterval(disturbance);
    const missing = plan.jobs - found.size;
    const twice = [...found.values()].filter((times) => times > 1).length;
    const mostPerMinute = api.mostPerMinute();
    return {
      ...plan,
      results: found.size,
      missing,
      twice,
      wrong,
      answeredTwice: [...api.answered.values()].filter((times) => times > 1).length,
      refused: api.refused(),
      mostPerMinute,
      seconds: (performance.now() - began) / 1_000,
      progress: await queue.progress(),
      isWhole: missing + twice + wrong === 0 && mostPerMinute <= plan.perMinute,
    };
  } finally {
    for (const worker of workers) worker.kill('SIGKILL');
    await queue.close();
    api.stop();
    await redis.stop();
  }
}

function* jobs(count: number): Generator<FleetJob> {
  const preset = MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(256);
  for (let index = 0; index < count; index++) {
    yield { custom_id: `${index}`, params: preset.user(`question ${index}`).build() };
  }
}

/** This program again, in the other role. */
function startWorker(): ChildProcess {
  const env = { ...process.env, FLEET_ROLE: 'worker' };
  return spawn(process.execPath, process.argv.slice(1), { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
