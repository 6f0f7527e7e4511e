import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The address of the first machine, which has Redis and the API. Nothing but the other machine can reach it. */
const FIRST = '10.0.0.1';

/**
 * Runs this program on two machines: two network namespaces of Linux, which a cable joins to each other and to nothing else.
 * The first one has Redis, the API and half of the workers, the second one has the other half.
 */
export async function onTwoMachines(): Promise<void> {
  const [first, second] = ['a', 'b'].map((name) => `clust-${process.pid}-${name}`) as [string, string];
  // Ctrl-C ends the programs; what was made for them is removed all the same.
  process.on('SIGINT', () => undefined);
  try {
    await join(first, second);
    const env = { ...process.env, FLEET_ROLE: 'conductor', FLEET_HOST: FIRST, FLEET_SECOND_MACHINE: second };
    const program = spawn('ip', [...on(first), process.execPath, ...process.argv.slice(1)], {
      env,
      stdio: 'inherit',
    });
    const [code] = await once(program, 'exit');
    process.exitCode = code ?? 1;
  } finally {
    for (const name of [first, second]) await run('ip', ['netns', 'delete', name]).catch(() => undefined);
  }
}

async function join(first: string, second: string): Promise<void> {
  try {
    await run('ip', ['netns', 'add', first]);
    await run('ip', ['netns', 'add', second]);
    await run('ip', words(`-n ${first} link add cable type veth peer name cable netns ${second}`));
    for (const [name, address] of [
      [first, FIRST],
      [second, '10.0.0.2'],
    ] as const) {
      await run('ip', words(`-n ${name} address add ${address}/24 dev cable`));
      await run('ip', words(`-n ${name} link set lo up`));
      await run('ip', words(`-n ${name} link set cable up`));
    }
  } catch (error) {
    throw new Error('no network namespaces here: they take Linux, the command ip, and root', {
      cause: error,
    });
  }
}

/** The start of a command line that runs a program on a machine. */
export function on(machine: string): readonly string[] {
  return ['netns', 'exec', machine];
}

/** Pulls the cable of a machine, and puts it back. */
export async function unplug(machine: string, milliseconds: number): Promise<void> {
  await run('ip', words(`-n ${machine} link set cable down`));
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await run('ip', words(`-n ${machine} link set cable up`));
}

function words(line: string): readonly string[] {
  return line.split(' ');
}
