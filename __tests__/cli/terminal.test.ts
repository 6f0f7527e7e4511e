import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { batchOf } from '../endpoints/batch-server.js';
import { bundledCli } from '../support/bundled-cli.js';
import { describeWhere } from '../support/fixtures.js';
import { type Answer, json, serve } from '../support/loopback.js';
import { sse } from '../support/streams.js';
import { eventsOf, says } from '../tools/support.js';

/** `script` of util-linux gives a program a pseudo terminal. */
const hasScript = spawnSync('script', ['--version']).status === 0;

let cli = '';
beforeAll(async () => {
  cli = await bundledCli();
});
afterAll(() => rmSync(dirname(cli), { recursive: true }));

/** A program in a pseudo terminal: what it shows, and somebody who types. */
class Person {
  shown = '';
  readonly #child;

  constructor(args: readonly string[], env: Readonly<Record<string, string>>, columns = 80) {
    // Node finds no colors where CI is set.
    const { CI: _, ...inherited } = process.env;
    // `script` does not end before its input does: the shell says how the program ended.
    const command = `stty cols ${columns} rows 24; '${process.execPath}' '${cli}' ${args.join(' ')}; echo "ended with $?"`;
    this.#child = spawn('script', ['-qefc', command, '/dev/null'], {
      env: { ...inherited, TERM: 'xterm', ANTHROPIC_API_KEY: 'sk-ant-test', ...env },
    });
    this.#child.stdout.on('data', (chunk: Buffer) => {
      this.shown += chunk.toString();
    });
  }

  type(text: string): void {
    this.#child.stdin.write(text);
  }

  /** Waits until the screen has shown this. */
  async sees(pattern: RegExp): Promise<void> {
    const until = Date.now() + 20_000;
    while (!pattern.test(this.shown)) {
      if (Date.now() > until) throw new Error(`${pattern} was not shown, but:\n${this.shown}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  leave(): void {
    this.#child.stdin.end();
    this.#child.kill('SIGKILL');
  }
}

const stream = { 'content-type': 'text/event-stream' };

/** Begins to answer, and goes silent. */
const endless: Answer = (response) => {
  const [start, block, delta] = eventsOf(says('It was a dark and stormy night'));
  response.writeHead(200, stream).write(sse(start ?? {}, block ?? {}, delta ?? {}));
};

/** Asks for a story that has no end, and stops it with ctrl-C. */
async function stopStory(person: Person): Promise<void> {
  await person.sees(/> /);
  person.type('Tell me a story.\r');
  await person.sees(/stormy night/);
  person.type('\x03');
  await person.sees(/\(stopped\)/);
}

describeWhere(hasScript)('clust in a terminal', () => {
  test('ctrl-C stops the answer and not the program; ctrl-D ends it', async () => {
    const server = await serve(endless, (response) => {
      response.writeHead(200, stream).end(sse(...eventsOf(says('Paris it is.'))));
    });
    const person = new Person(['chat'], { ANTHROPIC_BASE_URL: server.url });
    try {
      await stopStory(person);
      person.type('Capital of France?\r');
      await person.sees(/Paris it is\./);
      person.type('\x1b[A');
      await person.sees(/Paris it is\.[\s\S]*Capital of France\?/);
      person.type('\x03');
      await person.sees(/ctrl-D or \/quit/);
      // The line that the arrow brought back is gone.
      person.type('\x04');
      await person.sees(/ended with 0/);
      expect(JSON.parse(server.received[1]?.body ?? '')).toMatchObject({
        messages: [{}, { role: 'assistant', content: 'It was a dark and stormy night' }, {}],
      });
    } finally {
      person.leave();
    }
  }, 60_000);

  test.each([
    ['in color', {}, '\u001b[2m(stopped)'],
    ['without color where NO_COLOR is set', { NO_COLOR: '1' }, '\n(stopped)'],
  ])(
    'says that an answer was stopped %s',
    async (_, env, said) => {
      const server = await serve(endless);
      const person = new Person(['chat'], { ANTHROPIC_BASE_URL: server.url, ...env });
      try {
        await stopStory(person);
        expect(person.shown).toContain(said);
      } finally {
        person.leave();
      }
    },
    60_000,
  );

  test('chat takes its commands between the turns', async () => {
    const server = await serve((response) => {
      response.writeHead(200, stream).end(sse(...eventsOf(says('Hello.'))));
    });
    const person = new Person(['chat', '--model', 'claude-haiku-5-5'], { ANTHROPIC_BASE_URL: server.url });
    try {
      await person.sees(/> /);
      person.type('/system Be kind.\r');
      person.type('Hi\r');
      await person.sees(/Hello\./);
      person.type('/cost\r');
      await person.sees(/\$0\.0000/);
      person.type('/quit\r');
      await person.sees(/ended with 0/);
      expect(JSON.parse(server.received[0]?.body ?? '')).toMatchObject({ system: 'Be kind.' });
    } finally {
      person.leave();
    }
  }, 60_000);

  test.each([
    [80, 40],
    [40, 14],
  ])(
    'in %d columns batch watch draws a bar that grows in its place',
    async (columns, width) => {
      const at = (processing: number, succeeded: number, processing_status = 'in_progress') =>
        json(batchOf({ processing_status, request_counts: { ...none, processing, succeeded } }));
      const none = { processing: 0, succeeded: 0, errored: 0, canceled: 0, expired: 0 };
      const server = await serve(at(3, 0), at(1, 2), at(0, 3, 'ended'));
      const args = ['batch', 'watch', 'msgbatch_01', '--poll', '10'];
      const person = new Person(args, { ANTHROPIC_BASE_URL: server.url }, columns);
      const bar = (part: number, room = width) => {
        const full = Math.round(part * room);
        return '█'.repeat(full) + '░'.repeat(room - full);
      };
      try {
        await person.sees(/ended with 0/);
        expect(
          [...person.shown.matchAll(/\r([█░]+) (\d of \d done, \w+)/g)].map(([, drawn, text]) => [
            drawn,
            text,
          ]),
        ).toEqual([
          [bar(0), '0 of 3 done, in_progress'],
          [bar(2 / 3), '2 of 3 done, in_progress'],
          // What is said is shorter, which leaves more room in a narrow terminal.
          [bar(1, Math.min(40, columns - '3 of 3 done, ended'.length - 2)), '3 of 3 done, ended'],
        ]);
      } finally {
        person.leave();
      }
    },
    60_000,
  );
});

test('a reader that leaves ends the command without a word', () => {
  const command = `yes '{"model":"claude-haiku-4-5"}' | head -3000 | '${process.execPath}' '${cli}' check - | head -1`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^<stdin>:1:1: /),
    stderr: expect.not.stringMatching(/EPIPE|at /),
  });
});
