import { micromark } from 'micromark';

/**
 * Renders Markdown as HTML. The text of the model is not trusted: micromark escapes HTML and removes links with unsafe
 * protocols, and the content security policy of the page blocks scripts and images.
 */
export function showMarkdown(element: HTMLElement, text: string): void {
  element.innerHTML = micromark(text);
}
