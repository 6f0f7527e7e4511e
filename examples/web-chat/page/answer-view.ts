import { type ContentBlock, isTextBlock, isThinkingBlock, isToolUse, type ToolResultBlockParam } from 'clust';
import { showMarkdown } from './markdown.js';

/** One answer on the page. It is redrawn while the answer grows. */
export class AnswerView {
  readonly #conversation: HTMLElement;
  readonly #article = element('article', 'answer');
  readonly #blocks = element('div', 'blocks');
  readonly #views: BlockView[] = [];
  /** The content that the next frame draws. */
  #pending: readonly ContentBlock[] | undefined;

  constructor(conversation: HTMLElement) {
    this.#article.append(element('h2', '', 'Claude'), this.#blocks);
    this.#article.setAttribute('aria-busy', 'true');
    this.#conversation = conversation;
    conversation.append(this.#article);
    conversation.scrollTop = conversation.scrollHeight;
  }

  /** Schedules a redraw for the next frame. Redrawing for every delta would take more time than reading the stream. */
  update(content: readonly ContentBlock[]): void {
    if (this.#pending === undefined) requestAnimationFrame(() => this.#draw());
    this.#pending = content;
  }

  /** Shows each result below its call. */
  showResults(results: readonly ToolResultBlockParam[]): void {
    for (const { tool_use_id, content } of results) {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      this.#views.find(({ id }) => id === tool_use_id)?.showResult(text);
    }
  }

  /** Marks the answer as complete, and adds a note. */
  complete(note: string): void {
    this.#end();
    this.#draw(() => this.#article.append(element('p', 'note', note)));
  }

  /** Marks the answer as incomplete, and shows the reason and a button to retry. */
  interrupt(sentence: string, retry: () => void): void {
    this.#end();
    const box = element('div', 'interrupted');
    const button = element('button', '', 'Retry');
    button.type = 'button';
    button.addEventListener('click', () => {
      this.#article.remove();
      retry();
    });
    const text = element('p', '');
    text.append(element('strong', '', 'Interrupted. '), sentence);
    box.append(text, button);
    this.#draw(() => this.#article.append(box));
  }

  /** Removes the button to retry, because the conversation has continued. */
  disableRetry(): void {
    this.#article.querySelector('.interrupted button')?.remove();
  }

  #end(): void {
    this.#draw();
    this.#article.removeAttribute('aria-busy');
  }

  /** Changes the page, and then scrolls to the end of the conversation, unless the user has scrolled up. */
  #draw(change: () => void = () => this.#drawBlocks()): void {
    const page = this.#conversation;
    const isAtEnd = page.scrollHeight - page.scrollTop - page.clientHeight < 100;
    change();
    if (isAtEnd) page.scrollTop = page.scrollHeight;
  }

  #drawBlocks(): void {
    const content = this.#pending;
    this.#pending = undefined;
    content?.forEach((block, index) => {
      const view = this.#views[index] ?? this.#add(block);
      view?.draw(block);
    });
  }

  #add(block: ContentBlock): BlockView {
    const view = new BlockView(block);
    this.#views.push(view);
    this.#blocks.append(view.element);
    return view;
  }
}

/** One block of an answer: text, collapsed thinking, or a collapsed tool call. Other blocks are hidden. */
class BlockView {
  readonly id: string | undefined;
  readonly element: HTMLElement;
  readonly #body: HTMLElement;
  #shown = '';

  constructor(block: ContentBlock) {
    if (isTextBlock(block)) {
      this.element = this.#body = element('div', 'text');
      return;
    }
    this.element = element('details', block.type);
    this.element.hidden = !isThinkingBlock(block) && !isToolUse(block);
    this.#body = element(isToolUse(block) ? 'pre' : 'p', '');
    const title = isToolUse(block) ? `Tool: ${block.name}` : 'Thinking';
    this.id = isToolUse(block) ? block.id : undefined;
    this.element.append(element('summary', '', title), this.#body);
  }

  draw(block: ContentBlock): void {
    const text = textOf(block);
    if (text === this.#shown) return;
    this.#shown = text;
    if (isTextBlock(block)) showMarkdown(this.#body, text);
    else this.#body.textContent = text;
  }

  showResult(text: string): void {
    this.element.append(element('p', 'result', `Result: ${text}`));
  }
}

function textOf(block: ContentBlock): string {
  if (isTextBlock(block)) return block.text;
  if (isThinkingBlock(block)) return block.thinking;
  return isToolUse(block) ? JSON.stringify(block.input, null, 2) : '';
}

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
