/**
 * Ways to make many calls, sixteen at once. Those with `isQueue` take their jobs from Redis. Each calls `onDone` after every
 * call.
 */

export const WARM_UP = 300;
const CONCURRENCY = 16;

const request = (index) => ({
  model: 'claude-haiku-5-5',
  max_tokens: 256,
  messages: [{ role: 'user', content: `question ${index}` }],
});
const indexes = (count) => Array.from({ length: count }, (_, index) => index);

/** The minimum that every way does: send JSON and parse JSON. */
async function bareCall(api, body) {
  const response = await fetch(`${api}/v1/messages`, { method: 'POST', body: JSON.stringify(body) });
  return response.json();
}

async function clientOf(api) {
  const { ApiKey, ClientBuilder } = await import('../../dist/index.js');
  return ClientBuilder.create().apiKey(ApiKey.of('bench')).baseUrl(api).build();
}

/** Sixteen concurrent loops that share one iterator over the jobs. */
async function loops(jobs, call, onDone) {
  const numbers = indexes(jobs).values();
  const loop = async () => {
    for (const index of numbers) {
      await call(request(index));
      onDone();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, loop));
}

async function bullmq({ redis, queue }, call, onDone) {
  const { Worker } = await import('bullmq');
  const { Redis } = await import('ioredis');
  const connection = new Redis(redis, { maxRetriesPerRequest: null });
  const worker = new Worker(queue, ({ data }) => call(data.params), {
    connection,
    prefix: 'clust',
    concurrency: CONCURRENCY,
  });
  worker.on('completed', onDone);
}

async function fleetOf({ redis, queue, perMinute }) {
  const { fleet } = await import('../../dist/fleet.js');
  return fleet({ redis, name: queue, perMinute });
}

/** A limit so high that it is checked for every call and delays none. */
const perMinute = { requests: 1e9, inputTokens: 1e12 };

export const ways = {
  'loops, `fetch()`': {
    work: ({ jobs, api }, onDone) => loops(jobs, (body) => bareCall(api, body), onDone),
  },
  'loops, clust client': {
    async work({ jobs, api }, onDone) {
      const client = await clientOf(api);
      await loops(jobs, (body) => client.createMessage(body), onDone);
    },
  },
  'loops, official SDK': {
    async work({ jobs, api }, onDone) {
      const { default: Anthropic } = await import('@anthropic-ai/sdk');
      const { messages } = new Anthropic({ apiKey: 'bench', baseURL: api, logLevel: 'off' });
      await loops(jobs, (body) => messages.create(body), onDone);
    },
  },
  '`pool()`': {
    async work({ jobs, api }, onDone) {
      const { pool } = await import('../../dist/index.js');
      const calls = pool(await clientOf(api), { concurrency: CONCURRENCY, perMinute });
      for await (const { ok, error } of calls.map(indexes(jobs), request)) {
        if (!ok) throw error;
        onDone();
      }
    },
  },
  'BullMQ, `fetch()`': {
    isQueue: true,
    work: (place, onDone) => bullmq(place, (body) => bareCall(place.api, body), onDone),
  },
  'BullMQ, clust client': {
    isQueue: true,
    async work(place, onDone) {
      const client = await clientOf(place.api);
      await bullmq(place, (body) => client.createMessage(body), onDone);
    },
  },
  '`clust/fleet`': {
    isQueue: true,
    async work({ redis, queue, api }, onDone) {
      const jobs = await fleetOf({ redis, queue, perMinute });
      const client = await clientOf(api);
      const countingClient = { createMessage: (...call) => client.createMessage(...call).finally(onDone) };
      jobs.work(countingClient, { concurrency: CONCURRENCY });
    },
  },
};

/** Adds jobs to Redis for a way that takes them from there. */
export async function addJobs(place, jobs) {
  const queue = await fleetOf(place);
  await queue.add(indexes(jobs).map((index) => ({ custom_id: `${index}`, params: request(index) })));
  await queue.close();
}
