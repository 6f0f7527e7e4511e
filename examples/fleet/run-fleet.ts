import { type ChildProcess, spawn } from 'node:child_process';
import { MessagesRequestBuilder } from 'clust';
import { type Fleet, type FleetJob, type FleetProgress, fleet } from 'clust/fleet';
import { disconnect, execIn } from './machines.js';
import { fleetOptions } from './options.js';
import type { Plan } from './plan.js';
import { type RedisServer, startRedis } from './redis.js';
import { startFakeApi } from './server.js';

/** The network namespace of the second machine. Undefined when everything runs on one machine. */
const SECOND_MACHINE = process.env.FLEET_SECOND_MACHINE;
/** How long the second machine has no network, in milliseconds. */
const DISCONNECTED = 3_000;

/** The number of requests within a sliding minute and a sliding second: the largest seen, or the largest allowed. */
export interface Counts {
  readonly minute: number;
  readonly second: number;
}

export interface Outcome extends Plan, FaultCounts {
  readonly machines: 1 | 2;
  readonly results: number;
  readonly missing: number;
  readonly duplicated: number;
  readonly wrong: number;
  readonly answeredTwice: number;
  readonly rejected: number;
  readonly busiest: Counts;
  readonly allowed: Counts;
  readonly seconds: number;
  /** Requests per second in the second half of the run. */
  readonly throughput: number;
  readonly progress: FleetProgress;
  /** Whether every job has exactly one correct result, all planned kills happened, and the rate limit was respected. */
  readonly passed: boolean;
}

/** Starts Redis, the API server and the workers, kills workers and Redis during the run, and counts the results. */
export async function runFleet(plan: Plan): Promise<Outcome> {
  const began = performance.now();
  const host = process.env.FLEET_HOST;
  const [redis, api] = await Promise.all([startRedis(host), startFakeApi(plan.latency, host)]);
  Object.assign(process.env, { FLEET_REDIS: redis.url, FLEET_SERVER: api.url });
  const workers = Array.from({ length: plan.workers }, (_, index) => startWorker(index));
  const queue = fleet(fleetOptions());
  try {
    await queue.add(jobs(plan.jobs));
    const faults = injectFaults(plan, queue, { workers, redis });
    const counted = await countResults(queue, plan.jobs);
    const faultCounts = faults.stop();
    const busiest = { minute: api.mostWithin(60_000), second: api.mostWithin(1_000) };
    const allowed = allowedBy(plan.perMinute);
    const { missing, duplicated, wrong } = counted;
    return {
      ...plan,
      ...counted,
      ...faultCounts,
      machines: SECOND_MACHINE ? 2 : 1,
      answeredTwice: [...api.answered.values()].filter((times) => times > 1).length,
      rejected: api.rejected(),
      busiest,
      allowed,
      seconds: (performance.now() - began) / 1_000,
      throughput: api.throughput(),
      progress: await queue.progress(),
      passed:
        missing + duplicated + wrong === 0 &&
        faultCounts.workerKills === plan.kills &&
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

/**
 * The limit per minute, and the most requests that it allows in one second. A tenth of the minute's requests may go at
 * once, and the rest is spread evenly. A request can arrive up to a second late, so the share of two seconds counts.
 */
function allowedBy(perMinute: number): Counts {
  const atOnce = perMinute / 10;
  return { minute: perMinute, second: Math.floor(atOnce + (2 / 60) * (perMinute - atOnce)) };
}

/** Reads every result and checks that it answers its own question. */
async function countResults(
  queue: Fleet,
  jobs: number,
): Promise<Pick<Outcome, 'results' | 'missing' | 'duplicated' | 'wrong'>> {
  const found = new Map<string, number>();
  let wrong = 0;
  for await (const { custom_id, result } of queue.results()) {
    found.set(custom_id, (found.get(custom_id) ?? 0) + 1);
    const text =
      result.type === 'succeeded' ? Reflect.get(result.message.content[0] ?? {}, 'text') : undefined;
    if (text !== `The answer to question ${custom_id}.`) wrong += 1;
  }
  const duplicated = [...found.values()].filter((times) => times > 1).length;
  return { results: found.size, missing: jobs - found.size, duplicated, wrong };
}

/**
 * Kills the workers one after the other, evenly over the run. Kills Redis once, in the middle. Disconnects the second
 * machine, if there is one, after a quarter of the jobs.
 */
function injectFaults(plan: Plan, queue: Fleet, { workers, redis }: FaultTargets): { stop(): FaultCounts } {
  let workerKills = 0;
  let redisKills = 0;
  let isDisconnectDone = SECOND_MACHINE === undefined;
  const timer = setInterval(async () => {
    const { succeeded } = await queue.progress();
    if (!isDisconnectDone && succeeded > plan.jobs / 4) {
      isDisconnectDone = true;
      await disconnect(SECOND_MACHINE ?? '', DISCONNECTED);
    }
    if (workerKills >= plan.kills || succeeded < ((workerKills + 1) / (plan.kills + 1)) * plan.jobs) return;
    workerKills += 1;
    const index = workerKills % workers.length;
    workers[index]?.kill('SIGKILL');
    workers[index] = startWorker(index);
    if (workerKills === Math.ceil(plan.kills / 2)) {
      redisKills += 1;
      await redis.restart();
    }
  }, 50);
  return {
    stop() {
      clearInterval(timer);
      return { workerKills, redisKills };
    },
  };
}

interface FaultCounts {
  readonly workerKills: number;
  readonly redisKills: number;
}

interface FaultTargets {
  readonly workers: ChildProcess[];
  readonly redis: RedisServer;
}

function* jobs(count: number): Generator<FleetJob> {
  const preset = MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(256);
  for (let index = 0; index < count; index++) {
    yield { custom_id: `${index}`, params: preset.user(`question ${index}`).build() };
  }
}

/** Starts this program as a worker. With two machines, every second worker runs on the second machine. */
function startWorker(index: number): ChildProcess {
  const env = { ...process.env, FLEET_ROLE: 'worker' };
  const program = [process.execPath, ...process.argv.slice(1)];
  const [command = '', ...args] =
    SECOND_MACHINE && index % 2 === 1 ? ['ip', ...execIn(SECOND_MACHINE), ...program] : program;
  return spawn(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
