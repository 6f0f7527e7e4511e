import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The address of the first machine, which runs Redis and the API server. Only the second machine can reach it. */
const FIRST_ADDRESS = '10.0.0.1';

/**
 * Runs this program on two simulated machines: two Linux network namespaces that are connected only to each other.
 * The first runs Redis, the API server and half of the workers; the second runs the other half.
 */
export async function runOnTwoMachines(): Promise<void> {
  const [first, second] = ['a', 'b'].map((name) => `clust-${process.pid}-${name}`) as [string, string];
  // Ctrl-C ends the child processes. This process stays alive to delete the namespaces.
  process.on('SIGINT', () => undefined);
  try {
    await createNamespaces(first, second);
    const env = {
      ...process.env,
      FLEET_ROLE: 'coordinator',
      FLEET_HOST: FIRST_ADDRESS,
      FLEET_SECOND_MACHINE: second,
    };
    const program = spawn('ip', [...execIn(first), process.execPath, ...process.argv.slice(1)], {
      env,
      stdio: 'inherit',
    });
    const [code] = await once(program, 'exit');
    process.exitCode = code ?? 1;
  } finally {
    for (const name of [first, second]) await run('ip', ['netns', 'delete', name]).catch(() => undefined);
  }
}

async function createNamespaces(first: string, second: string): Promise<void> {
  try {
    await run('ip', ['netns', 'add', first]);
    await run('ip', ['netns', 'add', second]);
    await run('ip', words(`-n ${first} link add cable type veth peer name cable netns ${second}`));
    for (const [name, address] of [
      [first, FIRST_ADDRESS],
      [second, '10.0.0.2'],
    ] as const) {
      await run('ip', words(`-n ${name} address add ${address}/24 dev cable`));
      await run('ip', words(`-n ${name} link set lo up`));
      await run('ip', words(`-n ${name} link set cable up`));
    }
  } catch (error) {
    throw new Error('cannot create network namespaces: this needs Linux, the ip command and root', {
      cause: error,
    });
  }
}

/** The arguments of `ip` that run a program in the namespace of a machine. The program follows them. */
export function execIn(machine: string): readonly string[] {
  return ['netns', 'exec', machine];
}

/** Takes the network link of a machine down for the given time. */
export async function disconnect(machine: string, milliseconds: number): Promise<void> {
  await run('ip', words(`-n ${machine} link set cable down`));
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await run('ip', words(`-n ${machine} link set cable up`));
}

function words(line: string): readonly string[] {
  return line.split(' ');
}
