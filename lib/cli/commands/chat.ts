import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import { isObject } from '../../base/is-object.js';
import { messageOf } from '../../base/message-of.js';
import { parseJson } from '../../base/parse-json.js';
import { Client } from '../../client/client.js';
import { isClustError } from '../../errors/guards.js';
import { formatCost } from '../../models/cost/format-cost.js';
import { findModel } from '../../models/find-model.js';
import { unknownModelRefusal } from '../../models/lookup.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import { ChatSession } from '../chat-session.js';
import type { AddCommand, Cli } from '../cli.js';
import { CliError } from '../cli-error.js';
import { readInputs } from '../read-input.js';
import { writeOutput } from '../write-output.js';

interface ChatOptions {
  readonly model: string;
  readonly system?: string;
  readonly maxTokens: string;
  readonly load?: string;
}

export const addChat: AddCommand = (program, cli) => {
  program
    .command('chat')
    .summary('chat with a model in the terminal')
    .description(
      'Starts a chat with a model. It prints answers while they arrive. Ctrl-C stops an answer, Ctrl-D ends the conversation.\n\n' +
        `Commands: ${Object.keys(commands).join(', ')}. If the input is a pipe, each line is a turn, and only answers are printed.`,
    )
    .option('--model <id>', 'the model', 'claude-sonnet-5-5')
    .option('--system <text>', 'the system prompt')
    .option('--max-tokens <number>', 'the maximum number of tokens of an answer', '4096')
    .option('--load <file>', 'continue a conversation that /save wrote')
    .action((options: ChatOptions) => chat(options, cli));
};

async function chat({ model, system, maxTokens, load }: ChatOptions, { terminal, end }: Cli): Promise<void> {
  const client = Client.fromEnv();
  const fresh = { model, max_tokens: Number(maxTokens), ...(system && { system }), messages: [] };
  const session = new ChatSession(load === undefined ? fresh : await readStoredRequest(load, terminal));
  assertModel(session.request.model);
  const { stdin: input, stdout, stderr } = terminal;
  const isTerminal = input.isTTY === true && stdout.isTTY === true;
  const lines = createInterface({
    input,
    ...(isTerminal && { output: stdout }),
    terminal: isTerminal,
    completer,
  });
  let answering: AbortController | undefined;
  let isClosed = false;
  lines.on('close', () => {
    isClosed = true;
  });
  // A closed interface would wait for another line forever.
  const prompt = () => isTerminal && !isClosed && lines.prompt();
  lines.on('SIGINT', () => {
    if (answering) return answering.abort();
    // Clears the line that was being typed.
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
    stdout.write('\n(Ctrl-D or /quit ends the conversation)\n');
    prompt();
  });
  if (isTerminal) {
    stderr.write(`${session.request.model}; /help lists the commands\n`);
    lines.setPrompt('> ');
    prompt();
  }
  for await (const line of lines) {
    const text = line.trim();
    const isOver = text.startsWith('/') ? await command(text, session, terminal) : false;
    if (isOver) break;
    if (text !== '' && !text.startsWith('/')) {
      answering = new AbortController();
      try {
        const isWhole = await session.say(text, client, (piece) => stdout.write(piece), answering.signal);
        stdout.write(isWhole ? '\n' : `\n${dim('(stopped)', stdout)}\n`);
      } catch (error) {
        if (!isClustError(error)) throw error;
        stderr.write(`\nclust: ${error.message}\n`);
        // Without a terminal nobody can repeat the turn.
        if (!isTerminal) end(2);
      }
      answering = undefined;
    }
    prompt();
  }
  lines.close();
}

/** The commands of a conversation. A command that returns `true` ends it. */
const commands: Readonly<
  Record<string, (argument: string, session: ChatSession, out: Cli['terminal']) => unknown>
> = {
  '/system': (argument, session) => session.change({ system: argument === '' ? undefined : argument }),
  '/model': (argument, session, { stdout }) => {
    if (argument !== '') {
      assertModel(argument);
      session.change({ model: argument });
    }
    stdout.write(`${session.request.model}\n`);
  },
  '/cost': (_, session, { stdout }) => stdout.write(`${formatCost(session.cost)}\n`) && undefined,
  '/save': async (argument, session, { stdout }) => {
    if (argument === '') throw new CliError('/save takes the name of a file');
    writeOutput(argument, `${JSON.stringify(session.request, null, 2)}\n`);
    stdout.write(`${argument} written\n`);
  },
  '/clear': (_, session) => session.change({ messages: [] }),
  '/help': (_, __, { stdout }) => {
    stdout.write(
      '/system TEXT  set the system prompt; without a text, remove it\n' +
        '/model ID     continue with another model\n' +
        '/cost         print what the answers cost so far\n' +
        '/save FILE    write the conversation; clust chat --load FILE continues it\n' +
        '/clear        forget the conversation\n' +
        '/quit         end\n',
    );
  },
  '/quit': () => true,
};

async function command(text: string, session: ChatSession, terminal: Cli['terminal']): Promise<boolean> {
  const [, name = '', argument = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  const run = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (run === undefined) throw new CliError(`there is no command ${name}: /help lists them`);
    return (await run(argument, session, terminal)) === true;
  } catch (error) {
    terminal.stderr.write(`clust: ${messageOf(error)}\n`);
    return false;
  }
}

/** Reads a file that `/save` has written. It ends with an answer, so it is checked when the next turn is added. */
async function readStoredRequest(file: string, terminal: Cli['terminal']): Promise<MessagesRequestBody> {
  const [input] = await readInputs([file], terminal);
  const value = parseJson(input?.text ?? '');
  if (isObject(value) && typeof value.model === 'string' && Array.isArray(value.messages))
    return value as unknown as MessagesRequestBody;
  throw new CliError(`${file} holds no conversation: it is JSON with a model and messages`);
}

function assertModel(id: string): void {
  if (findModel(id) === undefined) throw new CliError(unknownModelRefusal(id));
}

function completer(line: string): [string[], string] {
  return [Object.keys(commands).filter((name) => line.startsWith('/') && name.startsWith(line)), line];
}

function dim(text: string, stream: Cli['terminal']['stdout']): string {
  return styleText('dim', text, { stream });
}
