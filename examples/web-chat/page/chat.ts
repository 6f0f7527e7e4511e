import { type Cost, cost, formatCost, type MessageParam, type MessageResponse, sumCosts } from 'clust';
import { AnswerView, element } from './answer-view.js';
import { askStream, runTools } from './ask.js';
import { sentenceOf } from './sentence-of.js';

const conversation = find('#conversation', HTMLElement);
const form = find('#question', HTMLFormElement);
const input = find('#text', HTMLTextAreaElement);
const send = find('#send', HTMLButtonElement);
const stop = find('#stop', HTMLButtonElement);
const status = find('#status', HTMLElement);
const total = find('#cost', HTMLElement);

/** The messages of the next request. They contain only complete turns. */
const messages: MessageParam[] = [];
const costs: Cost[] = [];
/** Aborts the answer that is in progress. */
let running: AbortController | undefined;
/** The interrupted answer that the user can still retry. */
let unfinished: { readonly view: AnswerView; readonly text: string } | undefined;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input.value.trim();
  if (text === '' || running !== undefined) return;
  input.value = '';
  keepUnfinished();
  messages.push({ role: 'user', content: text });
  const question = element('article', 'question', text);
  question.prepend(element('h2', 'unseen', 'You'));
  conversation.append(question);
  void answer();
});

input.addEventListener('keydown', (event) => {
  // While an input method is active, for example for Japanese, Enter confirms a word and does not send.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') running?.abort();
});
stop.addEventListener('click', () => running?.abort());

/** Requests answers until the model calls no more tools. Each answer has its own view. */
async function answer(): Promise<void> {
  const { signal } = begin();
  for (let isCalling = true; isCalling; ) {
    const view = new AnswerView(conversation);
    let text = '';
    try {
      const stream = await askStream(messages, signal);
      for await (const _ of stream) {
        const { content = [], text: soFar = '' } = stream.snapshot ?? {};
        text = soFar;
        view.update(content);
      }
      const message = await stream.finalMessage();
      view.complete(noteOn(message));
      isCalling = message.stop_reason === 'tool_use';
      if (isCalling) {
        const results = await runTools(message, signal);
        view.showResults(results);
        messages.push(message.toMessage(), { role: 'user', content: results });
      } else {
        messages.push(message.toMessage());
        say(message.text);
      }
    } catch (error) {
      isCalling = false;
      const sentence = sentenceOf(error);
      unfinished = { view, text };
      view.interrupt(sentence, () => {
        unfinished = undefined;
        void answer();
      });
      say(`Interrupted. ${sentence}`);
    }
  }
  end();
}

/** Adds the text of an interrupted answer to the conversation, so that the model sees it in the next request. */
function keepUnfinished(): void {
  const text = unfinished?.text.trim() ?? '';
  unfinished?.view.disableRetry();
  unfinished = undefined;
  if (text !== '') messages.push({ role: 'assistant', content: text });
}

/** The note below an answer: its cost and its tokens. Also updates the total cost at the top of the page. */
function noteOn(message: MessageResponse): string {
  const spent = cost(message);
  costs.push(spent);
  total.textContent = formatCost(sumCosts(costs));
  const { input_tokens, output_tokens } = message.usage;
  const note = `${formatCost(spent)}, ${input_tokens} input tokens, ${output_tokens} output tokens`;
  return message.stop_reason === 'max_tokens' ? `${note}. Cut off at the token limit.` : note;
}

function begin(): AbortController {
  running = new AbortController();
  showStop(true);
  say('Claude is answering.');
  return running;
}

function end(): void {
  running = undefined;
  showStop(false);
  input.focus();
}

function showStop(isRunning: boolean): void {
  stop.hidden = !isRunning;
  send.hidden = isRunning;
}

function say(text: string): void {
  status.textContent = text;
}

function find<Found extends HTMLElement>(selector: string, type: new () => Found): Found {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
  return found;
}
