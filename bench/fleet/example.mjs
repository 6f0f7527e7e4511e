import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** Runs `examples/fleet` against dist/, and returns its outcome. `examples/fleet/plan.ts` lists the settings. */
export async function runExample(settings) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const env = { ...process.env, FLEET_FORMAT: 'json' };
  for (const [name, value] of Object.entries(settings)) env[`FLEET_${name}`] = String(value);
  const program = spawn(
    process.execPath,
    ['scripts/run.mjs', '--embedded', `${root}examples/fleet/main.ts`],
    { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [output, [code]] = await Promise.all([text(program.stdout), once(program, 'exit')]);
  if (code !== 0) throw new Error(`the fleet run failed: ${output}`);
  return JSON.parse(output);
}
