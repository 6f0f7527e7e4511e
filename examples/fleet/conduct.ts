import { type ChildProcess, spawn } from 'node:child_process';
import { MessagesRequestBuilder } from 'clust';
import { type Fleet, type FleetJob, type FleetProgress, fleet } from 'clust/fleet';
import { on, unplug } from './machines.js';
import { fleetOptions } from './options.js';
import type { Plan } from './plan.js';
import { type OwnRedis, startRedis } from './redis.js';
import { startFakeApi } from './server.js';

const SECOND_MACHINE = process.env.FLEET_SECOND_MACHINE;
/** For how long the second machine has no network, in milliseconds. */
const UNPLUGGED = 3_000;

/** How many requests there were, or may be, in any minute and in any second, wherever it begins. */
export interface Counts {
  readonly minute: number;
  readonly second: number;
}

export interface Outcome extends Plan, Disturbed {
  readonly machines: 1 | 2;
  readonly results: number;
  readonly missing: number;
  readonly twice: number;
  readonly wrong: number;
  readonly answeredTwice: number;
  readonly refused: number;
  readonly busiest: Counts;
  readonly allowed: Counts;
  readonly seconds: number;
  /** Requests a second in the second half of the run. */
  readonly pace: number;
  readonly progress: FleetProgress;
  /** Whether every job has its one result, all was done to prevent it, and the limit was kept. */
  readonly isWhole: boolean;
}

/** Starts everything, kills what may be killed, and counts. */
export async function conduct(plan: Plan): Promise<Outcome> {
  const began = performance.now();
  const host = process.env.FLEET_HOST;
  const [redis, api] = await Promise.all([startRedis(host), startFakeApi(plan.latency, host)]);
  Object.assign(process.env, { FLEET_REDIS: redis.url, FLEET_SERVER: api.url });
  const workers = Array.from({ length: plan.workers }, (_, index) => startWorker(index));
  const queue = fleet(fleetOptions());
  try {
    await queue.add(jobs(plan.jobs));
    const disturbance = disturb(plan, queue, { workers, redis });
    const counted = await count(queue, plan.jobs);
    const disturbed = disturbance.stop();
    const busiest = { minute: api.mostWithin(60_000), second: api.mostWithin(1_000) };
    const allowed = allowedBy(plan.perMinute);
    const { missing, twice, wrong } = counted;
    return {
      ...plan,
      ...counted,
      ...disturbed,
      machines: SECOND_MACHINE ? 2 : 1,
      answeredTwice: [...api.answered.values()].filter((times) => times > 1).length,
      refused: api.refused(),
      busiest,
      allowed,
      seconds: (performance.now() - began) / 1_000,
      pace: api.pace(),
      progress: await queue.progress(),
      isWhole:
        missing + twice + wrong === 0 &&
        disturbed.killed === plan.kills &&
        busiest.minute <= allowed.minute &&
        busiest.second <= allowed.second,
    };
  } finally {
    for (const worker of workers) worker.kill('SIGKILL');
    await queue.close();
    api.stop();
    await redis.stop();
  }
}

/** A tenth at once and the rest evenly: that of a second, and of the second for which one request may be late. */
function allowedBy(perMinute: number): Counts {
  const atOnce = perMinute / 10;
  return { minute: perMinute, second: Math.floor(atOnce + (2 / 60) * (perMinute - atOnce)) };
}

/** Reads every result and asks whether it is the answer to its question. */
async function count(
  queue: Fleet,
  jobs: number,
): Promise<Pick<Outcome, 'results' | 'missing' | 'twice' | 'wrong'>> {
  const found = new Map<string, number>();
  let wrong = 0;
  for await (const { custom_id, result } of queue.results()) {
    found.set(custom_id, (found.get(custom_id) ?? 0) + 1);
    const text =
      result.type === 'succeeded' ? Reflect.get(result.message.content[0] ?? {}, 'text') : undefined;
    if (text !== `The answer to question ${custom_id}.`) wrong += 1;
  }
  const twice = [...found.values()].filter((times) => times > 1).length;
  return { results: found.size, missing: jobs - found.size, twice, wrong };
}

/** Kills the workers in turn, evenly over the run; Redis once, in the middle; and pulls the cable of the second machine. */
function disturb(plan: Plan, queue: Fleet, { workers, redis }: Victims): { stop(): Disturbed } {
  let killed = 0;
  let redisKilled = 0;
  let isUnplugged = SECOND_MACHINE === undefined;
  const timer = setInterval(async () => {
    const { succeeded } = await queue.progress();
    if (!isUnplugged && succeeded > plan.jobs / 4) {
      isUnplugged = true;
      await unplug(SECOND_MACHINE ?? '', UNPLUGGED);
    }
    if (killed >= plan.kills || succeeded < ((killed + 1) / (plan.kills + 1)) * plan.jobs) return;
    killed += 1;
    const victim = killed % workers.length;
    workers[victim]?.kill('SIGKILL');
    workers[victim] = startWorker(victim);
    if (killed === Math.ceil(plan.kills / 2)) {
      redisKilled += 1;
      await redis.restart();
    }
  }, 50);
  return {
    stop() {
      clearInterval(timer);
      return { killed, redisKilled };
    },
  };
}

/** What was killed, and how often. */
interface Disturbed {
  readonly killed: number;
  readonly redisKilled: number;
}

interface Victims {
  readonly workers: ChildProcess[];
  readonly redis: OwnRedis;
}

function* jobs(count: number): Generator<FleetJob> {
  const preset = MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(256);
  for (let index = 0; index < count; index++) {
    yield { custom_id: `${index}`, params: preset.user(`question ${index}`).build() };
  }
}

/** This program again, in the other role; with two machines, every second one on the second machine. */
function startWorker(index: number): ChildProcess {
  const env = { ...process.env, FLEET_ROLE: 'worker' };
  const program = [process.execPath, ...process.argv.slice(1)];
  const [command = '', ...args] =
    SECOND_MACHINE && index % 2 === 1 ? ['ip', ...on(SECOND_MACHINE), ...program] : program;
  return spawn(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
