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

/** `script` of util-linux runs a program in a pseudo terminal. */
const hasScript = spawnSync('script', ['--version']).status === 0;

let cli = '';
beforeAll(async () => {
  cli = await bundledCli();
});
afterAll(() => rmSync(dirname(cli), { recursive: true }));

/** A command in a pseudo terminal: its screen and its keyboard. */
class TerminalSession {
  shown = '';
  readonly #child;

  constructor(args: readonly string[], env: Readonly<Record<string, string>>, columns = 80) {
    // Node reports no color support when CI is set.
    const { CI: _, ...inherited } = process.env;
    // `script` runs until its input ends, so the shell prints the exit code of the command.
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

  /** Resolves when the screen has shown a match. */
  async shows(pattern: RegExp): Promise<void> {
    const until = Date.now() + 20_000;
    while (!pattern.test(this.shown)) {
      if (Date.now() > until) throw new Error(`${pattern} was not shown, but:\n${this.shown}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  close(): void {
    this.#child.stdin.end();
    this.#child.kill('SIGKILL');
  }
}

const stream = { 'content-type': 'text/event-stream' };

/** Sends the start of an answer and then nothing more. */
const stalled: Answer = (response) => {
  const [start, block, delta] = eventsOf(says('It was a dark and stormy night'));
  response.writeHead(200, stream).write(sse(start ?? {}, block ?? {}, delta ?? {}));
};

/** Asks for a story, and stops the answer with Ctrl-C. */
async function stopAnswer(session: TerminalSession): Promise<void> {
  await session.shows(/> /);
  session.type('Tell me a story.\r');
  await session.shows(/stormy night/);
  session.type('\x03');
  await session.shows(/\(stopped\)/);
}

describeWhere(hasScript)('clust in a terminal', () => {
  test('Ctrl-C stops the answer of chat, and Ctrl-D ends chat', async () => {
    const server = await serve(stalled, (response) => {
      response.writeHead(200, stream).end(sse(...eventsOf(says('Paris it is.'))));
    });
    const session = new TerminalSession(['chat'], { ANTHROPIC_BASE_URL: server.url });
    try {
      await stopAnswer(session);
      session.type('Capital of France?\r');
      await session.shows(/Paris it is\./);
      session.type('\x1b[A');
      await session.shows(/Paris it is\.[\s\S]*Capital of France\?/);
      session.type('\x03');
      await session.shows(/Ctrl-D or \/quit/);
      // Ctrl-C cleared the line that the up arrow had recalled.
      session.type('\x04');
      await session.shows(/ended with 0/);
      expect(JSON.parse(server.received[1]?.body ?? '')).toMatchObject({
        messages: [{}, { role: 'assistant', content: 'It was a dark and stormy night' }, {}],
      });
    } finally {
      session.close();
    }
  }, 60_000);

  test.each([
    ['in color', {}, '\u001b[2m(stopped)'],
    ['without color if NO_COLOR is set', { NO_COLOR: '1' }, '\n(stopped)'],
  ])(
    'chat prints (stopped) %s',
    async (_, env, expected) => {
      const server = await serve(stalled);
      const session = new TerminalSession(['chat'], { ANTHROPIC_BASE_URL: server.url, ...env });
      try {
        await stopAnswer(session);
        expect(session.shown).toContain(expected);
      } finally {
        session.close();
      }
    },
    60_000,
  );

  test('chat runs its commands between turns', async () => {
    const server = await serve((response) => {
      response.writeHead(200, stream).end(sse(...eventsOf(says('Hello.'))));
    });
    const session = new TerminalSession(['chat', '--model', 'claude-haiku-5-5'], {
      ANTHROPIC_BASE_URL: server.url,
    });
    try {
      await session.shows(/> /);
      session.type('/system Be kind.\r');
      session.type('Hi\r');
      await session.shows(/Hello\./);
      session.type('/cost\r');
      await session.shows(/\$0\.0000/);
      session.type('/quit\r');
      await session.shows(/ended with 0/);
      expect(JSON.parse(server.received[0]?.body ?? '')).toMatchObject({ system: 'Be kind.' });
    } finally {
      session.close();
    }
  }, 60_000);

  test.each([
    [80, 40],
    [40, 14],
  ])(
    'batch watch redraws one progress bar (%d columns)',
    async (columns, width) => {
      const at = (processing: number, succeeded: number, processing_status = 'in_progress') =>
        json(batchOf({ processing_status, request_counts: { ...none, processing, succeeded } }));
      const none = { processing: 0, succeeded: 0, errored: 0, canceled: 0, expired: 0 };
      const server = await serve(at(3, 0), at(1, 2), at(0, 3, 'ended'));
      const args = ['batch', 'watch', 'msgbatch_01', '--poll', '10'];
      const session = new TerminalSession(args, { ANTHROPIC_BASE_URL: server.url }, columns);
      const bar = (part: number, room = width) => {
        const full = Math.round(part * room);
        return '█'.repeat(full) + '░'.repeat(room - full);
      };
      try {
        await session.shows(/ended with 0/);
        expect(
          [...session.shown.matchAll(/\r([█░]+) (\d of \d done, \w+)/g)].map(([, drawn, text]) => [
            drawn,
            text,
          ]),
        ).toEqual([
          [bar(0), '0 of 3 done, in_progress'],
          [bar(2 / 3), '2 of 3 done, in_progress'],
          // The text is shorter, which leaves more room for the bar in a narrow terminal.
          [bar(1, Math.min(40, columns - '3 of 3 done, ended'.length - 2)), '3 of 3 done, ended'],
        ]);
      } finally {
        session.close();
      }
    },
    60_000,
  );
});

test('clust check exits with 0 and prints no EPIPE error when the reader of its output closes', () => {
  const command = `yes '{"model":"claude-haiku-4-5"}' | head -3000 | '${process.execPath}' '${cli}' check - | head -1`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^<stdin>:1:1: /),
    stderr: expect.not.stringMatching(/EPIPE|at /),
  });
});
