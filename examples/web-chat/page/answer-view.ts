import { type ContentBlock, isTextBlock, isThinkingBlock, isToolUse, type ToolResultBlockParam } from 'clust';
import { showMarkdown } from './markdown.js';

/** One answer on the page, drawn again as it grows. */
export class AnswerView {
  readonly #conversation: HTMLElement;
  readonly #article = element('article', 'answer');
  readonly #blocks = element('div', 'blocks');
  readonly #views: BlockView[] = [];
  #waiting: readonly ContentBlock[] | undefined;

  constructor(conversation: HTMLElement) {
    this.#article.append(element('h2', '', 'Claude'), this.#blocks);
    this.#article.setAttribute('aria-busy', 'true');
    this.#conversation = conversation;
    conversation.append(this.#article);
    conversation.scrollTop = conversation.scrollHeight;
  }

  /** Shows what there is with the next frame: drawing for every delta would cost more than reading it. */
  update(content: readonly ContentBlock[]): void {
    if (this.#waiting === undefined) requestAnimationFrame(() => this.#draw());
    this.#waiting = content;
  }

  /** Shows the results below the calls. */
  showResults(results: readonly ToolResultBlockParam[]): void {
    for (const { tool_use_id, content } of results) {
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      this.#views.find(({ id }) => id === tool_use_id)?.showResult(text);
    }
  }

  /** The answer is whole. */
  complete(note: string): void {
    this.#end();
    this.#draw(() => this.#article.append(element('p', 'note', note)));
  }

  /** The answer is not whole, and says why. */
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

  /** An answer that cannot be asked for again, since the conversation went on. */
  settle(): void {
    this.#article.querySelector('.interrupted button')?.remove();
  }

  #end(): void {
    this.#draw();
    this.#article.removeAttribute('aria-busy');
  }

  /** Stays at the end of the conversation, unless its reader has scrolled up. */
  #draw(change: () => void = () => this.#drawBlocks()): void {
    const page = this.#conversation;
    const isAtEnd = page.scrollHeight - page.scrollTop - page.clientHeight < 100;
    change();
    if (isAtEnd) page.scrollTop = page.scrollHeight;
  }

  #drawBlocks(): void {
    const content = this.#waiting;
    this.#waiting = undefined;
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

/** One block of an answer: text, folded thinking, or a folded call of a tool. Others are not shown. */
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
