import { micromark } from 'micromark';

/**
 * Markdown as HTML. What the model writes is not trusted: micromark escapes HTML and drops links to anything but web and
 * mail addresses, and the policy of the page refuses scripts and images.
 */
export function showMarkdown(element: HTMLElement, text: string): void {
  element.innerHTML = micromark(text);
}
