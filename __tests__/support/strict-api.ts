import { createHash } from 'node:crypto';
import type { Said } from '../tools/support.js';
import { eventsOf } from '../tools/support.js';
import { type Answer, type Loopback, serve } from './loopback.js';
import { sse } from './streams.js';

type Json = Readonly<Record<string, unknown>>;
type Block = Said['content'][number];

/** What the model says next. */
export type Next = 'text' | 'think' | 'tools' | 'pause' | 'cut off' | 'refusal' | 'nothing' | 'other model';

interface Turn {
  readonly role: string;
  readonly blocks: readonly Block[];
}

/** A thinking block that the API has written: its model, its prefix, and the thinking before it. */
interface Written {
  readonly model: string;
  readonly text: unknown;
  readonly prefix: string;
  readonly before: string | undefined;
  readonly message: string;
}

interface Stored {
  readonly body: Json;
  readonly betas: string;
  isContinued: boolean;
}

const BINDING = /^claude-(fable-5-2|sonnet-5-5)$/;
/** Which models' thinking a model reads, for the models of these tests. */
const READS: Readonly<Record<string, RegExp>> = {
  'claude-fable-5-2': /./,
  'claude-sonnet-5-5': /sonnet-5-5|haiku-4-5/,
  'claude-opus-5': /opus-5|haiku-4-5/,
  'claude-haiku-4-5': /haiku-4-5/,
};

/**
 * A fake Messages API that checks what the documentation requires: signatures of thinking and their prefixes, pairs of
 * calls and results, cache breakpoints, and the fixed fields of threads. Tests choose its answers.
 */
export class StrictApi {
  /** Why requests were rejected, except for lost threads. */
  readonly refusals: string[] = [];
  /** The errors about threads that a client recovers from. */
  readonly lost: string[] = [];
  /** The next answers, in order: a kind or a recorded message. After the last, it answers with text. */
  readonly next: (Next | Said)[] = [];
  /** The ids of the calls that it has made. */
  readonly calls: string[] = [];
  /** Cuts the next stream after this share of its bytes. */
  cutAt: number | undefined;
  /** Rejects every request of a thread as unsupported. */
  unsupported = false;
  /** The whole conversation of the last request, with its answer. */
  conversation: readonly Json[] = [];
  readonly #written = new Map<string, Written>();
  readonly #threads = new Map<string, Stored>();
  #ids = 0;

  /** Starts the API on a local port. */
  start(): Promise<Loopback> {
    return serve(this.answer);
  }

  /** Deletes all threads, as the API does after some time. */
  forgetThreads(): void {
    this.#threads.clear();
  }

  readonly answer: Answer = (response, { body, headers }) => {
    const sent: Json = JSON.parse(body);
    const betas = `${headers['anthropic-beta'] ?? ''}`.split(',').toSorted().join();
    const [whole, lost] = this.#joined(sent, betas);
    const problem = lost ?? refusalOf(whole) ?? this.#refusedThinking(whole);
    if (problem !== undefined) {
      (lost === undefined ? this.refusals : this.lost).push(problem);
      const status = problem === 'thread_not_found' ? 404 : 400;
      const error = { type: 'invalid_request_error', message: problem, details: { error_code: problem } };
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ type: 'error', error }));
      return;
    }
    const said = this.#say(whole);
    this.conversation = [
      ...listOf(whole.messages),
      ...(said.content.length > 0 ? [{ role: 'assistant', content: said.content }] : []),
    ];
    this.#store(sent, whole, betas, said);
    if (!sent.stream) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
      return;
    }
    const events = sse(...eventsOf(said));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const cutAt = this.cutAt;
    this.cutAt = undefined;
    if (cutAt === undefined) response.end(events);
    else
      response.write(events.slice(0, Math.floor(events.length * cutAt)), () =>
        setTimeout(() => response.socket?.destroy(), 1),
      );
  };

  /** The whole request: for a thread, the stored conversation and the new messages. */
  #joined(sent: Json, betas: string): [whole: Json, lost?: string] {
    const thread = sent.thread as Json | undefined;
    if (thread === undefined) return [sent];
    if (this.unsupported) return [sent, 'thread_unsupported_request'];
    if (!betas.includes('message-threads-2026-08-12')) return [sent, 'beta'];
    if (thread.type === 'create') return [sent];
    const stored = this.#threads.get(String(thread.previous_message_id));
    if (stored === undefined) return [sent, 'thread_not_found'];
    if (stored.isContinued) return [sent, 'thread_already_continued'];
    if ('system' in sent || 'tools' in sent) return [sent, 'system and tools are stored'];
    if (fingerprint(sent, betas) !== fingerprint(stored.body, stored.betas))
      return [sent, 'thread_fingerprint_mismatch'];
    stored.isContinued = true;
    const { system, tools, messages } = stored.body;
    return [{ ...sent, system, tools, messages: [...listOf(messages), ...listOf(sent.messages)] }];
  }

  #store(sent: Json, whole: Json, betas: string, said: Said): void {
    const isOfOther = said.content.some(({ type }) => type === 'fallback');
    if (!sent.thread || isOfOther || said.stop_reason === 'max_tokens') return;
    const body = { ...whole, messages: this.conversation };
    this.#threads.set(String(said.id), { body, betas, isContinued: false });
  }

  /** Why thinking is rejected: it must be unchanged, and follow what it followed when it was written. */
  #refusedThinking(body: Json): string | undefined {
    const model = String(body.model);
    const blocks = turnsOf(body).flatMap(({ role, blocks: of }) => of.map((block) => ({ role, block })));
    let before: string | undefined;
    for (const [at, { block }] of blocks.entries()) {
      if (block.type !== 'thinking') continue;
      const written = this.#written.get(String(block.signature));
      if (written === undefined || written.text !== block.thinking)
        return `Invalid \`signature\` in \`thinking\` block ${at}`;
      const isRead = READS[model]?.test(written.model) ?? true;
      const isBound = isRead && BINDING.test(model) && BINDING.test(written.model);
      if (isBound && written.prefix !== prefixOf(body, at))
        return `thinking ${at} is bound to another prefix`;
      if (isBound && before !== undefined && before !== written.before)
        return `thinking before ${at} was taken out`;
      before = String(block.signature);
    }
    return this.#lastThinkingIsWhole(body) ? undefined : 'the thinking of the last turn was changed';
  }

  /** While calls wait for results, the turn that made them must come back with all of its thinking. */
  #lastThinkingIsWhole(body: Json): boolean {
    const turns = turnsOf(body);
    const last = turns.at(-2);
    if (last?.role !== 'assistant' || turns.at(-1)?.blocks[0]?.type !== 'tool_result') return true;
    const signatures = new Set(last.blocks.map(({ signature }) => signature));
    const ids = new Set(last.blocks.map(({ id }) => id));
    return [...this.#written].every(
      ([signature, { message, model }]) =>
        model !== body.model || !ids.has(message) || signatures.has(signature),
    );
  }

  #say(body: Json): Said {
    const last = turnsOf(body).at(-1);
    const kind = last?.role === 'assistant' ? 'text' : (this.next.shift() ?? 'text');
    const number = this.#ids++;
    const model = String(body.model);
    if (typeof kind === 'object') return this.#repeat(body, model, kind);
    const hasTools = listOf(body.tools).length > 0;
    const call = (at: number): Block => {
      const id = `toolu_${number}_${at}`;
      this.calls.push(id);
      return { type: 'tool_use', id, name: 'get_weather', input: { city: `City ${number}` } };
    };
    const text: Block = { type: 'text', text: `Answer ${number}.` };
    const search: Block = {
      type: 'server_tool_use',
      id: `srvtoolu_${number}`,
      name: 'web_search',
      input: {},
    };
    const done = (content: readonly Block[], stop_reason: string, iterations?: readonly Json[]): Said => ({
      id: `msg_${number}`,
      type: 'message',
      role: 'assistant',
      model,
      content,
      stop_reason,
      stop_sequence: null,
      usage: { input_tokens: 10, output_tokens: 5, ...(iterations && { iterations }) },
    });
    if (last?.role === 'assistant') {
      const paused = last.blocks.findLast(({ type }) => type === 'server_tool_use');
      const found: Block = { type: 'web_search_tool_result', tool_use_id: paused?.id, content: [] };
      return done([found, text], 'end_turn');
    }
    if (kind === 'nothing') return done([], 'end_turn');
    if (kind === 'refusal') return done([], 'refusal');
    if (kind === 'tools' && hasTools) {
      const first = call(0);
      const thought = this.#think(body, model, [], number, String(first.id));
      return done([...thought, text, first, ...(number % 2 ? [call(1)] : [])], 'tool_use');
    }
    const thought = kind === 'text' ? [] : this.#think(body, model, [], number, '');
    if (kind === 'cut off' && hasTools) return done([...thought, call(0)], 'max_tokens');
    if (kind === 'pause') return done([...thought, search], 'pause_turn');
    if (kind === 'other model') {
      const other = { type: 'fallback', from: { model }, to: { model: 'claude-opus-5' } };
      return done([...thought, other, text], 'end_turn', [
        { type: 'message', model, input_tokens: 1, output_tokens: 1 },
        { type: 'fallback_message', model: 'claude-opus-5', input_tokens: 1, output_tokens: 1 },
      ]);
    }
    return done([...thought, text], 'end_turn');
  }

  /** Answers with a recorded message, and remembers its thinking. */
  #repeat(body: Json, model: string, said: Said): Said {
    const blocks = turnsOf(body).flatMap((turn) => turn.blocks);
    let before = blocks.findLast(({ type }) => type === 'thinking')?.signature;
    const call = said.content.find(({ type }) => type === 'tool_use');
    for (const [at, { type, thinking, signature }] of said.content.entries()) {
      if (type !== 'thinking') continue;
      this.#written.set(String(signature), {
        model,
        text: thinking,
        prefix: prefixOf(body, blocks.length + at),
        before: before === undefined ? undefined : String(before),
        message: String(call?.id ?? ''),
      });
      before = signature;
    }
    return said;
  }

  #think(body: Json, model: string, said: readonly Block[], number: number, message: string): Block[] {
    const blocks = turnsOf(body).flatMap((turn) => turn.blocks);
    const before = blocks.findLast(({ type }) => type === 'thinking')?.signature;
    const signature = hash([model, number]);
    const text = `Thought ${number}.`;
    const prefix = prefixOf(body, blocks.length + said.length);
    this.#written.set(signature, {
      model,
      text,
      prefix,
      before: before === undefined ? undefined : String(before),
      message,
    });
    return [{ type: 'thinking', thinking: text, signature }];
  }
}

/** Why a request is rejected, apart from its thinking and its thread. */
function refusalOf(body: Json): string | undefined {
  const known =
    /^(model|max_tokens|messages|system|tools|tool_choice|thinking|stream|thread|cache_control|fallbacks|container|stop_sequences|metadata|output_config|output_format|temperature)$/;
  const unknown = Object.keys(body).find((field) => !known.test(field));
  if (unknown !== undefined) return `${unknown}: Extra inputs are not permitted`;
  if ((JSON.stringify(body).match(/"cache_control"/g) ?? []).length > 4) return 'five breakpoints';
  const turns = turnsOf(body);
  if (turns.length === 0) return 'no messages';
  for (const [at, { role, blocks }] of turns.entries()) {
    const next = turns[at + 1];
    const isLast = next === undefined;
    if (blocks.length === 0) return `messages.${at} is empty`;
    if (blocks.some(({ type, text }) => type === 'text' && !String(text).trim()))
      return `text of ${at} is empty`;
    const takenOver = blocks.findLastIndex(({ type }) => type === 'fallback');
    if (blocks.slice(0, Math.max(0, takenOver)).some(({ type }) => /^(thinking|tool_use)$/.test(type)))
      return `messages.${at} has blocks that another model left`;
    const results = new Set(blocks.map(({ tool_use_id }) => tool_use_id));
    const open = blocks.find(({ type, id }) => type === 'server_tool_use' && !results.has(id));
    if (open && !isLast) return `${open.id} has no result`;
    const calls = blocks.filter(({ type }) => type === 'tool_use').map(({ id }) => id);
    if (new Set(calls).size < calls.length) return `messages.${at} makes a call twice`;
    if (isLast && role === 'assistant' && !open) return 'no prefill';
    const answers = (role === 'assistant' ? (next?.blocks ?? []) : []).filter(
      ({ type }) => type === 'tool_result',
    );
    const missing = calls.find((id) => !answers.some((answer) => answer.tool_use_id === id));
    if (missing !== undefined) return `${missing} has no result`;
    const before = turns[at - 1];
    const asked = new Set(before?.role === 'assistant' ? before.blocks.map(({ id }) => id) : []);
    const given = role === 'user' ? blocks.filter(({ type }) => type === 'tool_result') : [];
    if (given.some((result) => !asked.delete(String(result.tool_use_id))))
      return `messages.${at} answers no call`;
    if (blocks.findLastIndex(({ type }) => type === 'tool_result') >= given.length && given.length > 0)
      return `results of ${at} come after text`;
  }
  return undefined;
}

/** The conversation as the API reads it: consecutive messages of one role are one turn. */
function turnsOf(body: Json): readonly Turn[] {
  const turns: { role: string; blocks: Block[] }[] = [];
  for (const message of listOf(body.messages)) {
    const { role, content } = message as { readonly role: string; readonly content: unknown };
    const blocks = blocksOf(content);
    const last = turns.at(-1);
    if (last?.role === role) last.blocks.push(...blocks);
    else turns.push({ role, blocks: [...blocks] });
  }
  return turns;
}

/** A hash of what a thinking block is bound to: the system prompt, the set of tools, and all earlier blocks but thinking. */
function prefixOf(body: Json, at: number): string {
  const tools = listOf(body.tools).toSorted((left, right) => nameOf(left).localeCompare(nameOf(right)));
  const blocks = turnsOf(body)
    .flatMap(({ role, blocks: of }) => of.map((block) => ({ role, block })))
    .slice(0, at)
    .filter(({ block }) => block.type !== 'thinking');
  return hash([blocksOf(body.system), tools, blocks]);
}

function blocksOf(content: unknown): readonly Block[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : (listOf(content) as Block[]);
}

const nameOf = (tool: unknown) => String(Object(tool).name);

/** A hash of the fields and betas that no request of a thread may change. */
function fingerprint(body: Json, betas: string): string {
  const { model, tool_choice, thinking, mcp_servers, context_management, output_config, cache_control } =
    body;
  const fields = [model, tool_choice, thinking, mcp_servers, context_management, output_config];
  return hash([...fields, cache_control, body.fallbacks !== undefined, betas]);
}

/** A hash of a value without its cache breakpoints. */
function hash(value: unknown): string {
  const text = JSON.stringify(value, (key, field) => (key === 'cache_control' ? undefined : field));
  return createHash('sha256').update(text).digest('base64');
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
