import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import {
  answer,
  events,
  failure,
  type MockClient,
  mockClient,
  type StreamScript,
  stall,
} from 'clust/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { bundlePage, type PageFiles } from '../../examples/web-chat/bundle-page.js';
import { type ChatServer, startChatServer } from '../../examples/web-chat/server.js';
import { hasChromium, launchChromium } from '../support/chromium.js';
import { describeWhere } from '../support/fixtures.js';
import { root } from '../support/typescript-versions.js';

const axe = readFileSync(`${root}node_modules/axe-core/axe.min.js`, 'utf8');
// The tests start a browser, and the machine may be busy.
jest.setTimeout(60_000);
const shots = `${root}.cache/web-chat`;

const markdown = `# Paris

The capital of France is **Paris**. It has <img src=x onerror=alert(1)> [a link](https://example.com) and [a trap](javascript:alert(1)).

\`\`\`ts
const city = 'Paris';
\`\`\``;

const story = events('Once upon a time there was a stream that nobody read to its end.');
const asks = (text: string) => (request: { readonly messages: readonly unknown[] }) =>
  JSON.stringify(request.messages.at(-1)).includes(text);
const silent: StreamScript = [...story.slice(0, 4), stall(60_000), ...story.slice(4)];
const slow = (script: readonly (typeof story)[number][]): StreamScript =>
  script.flatMap((event) => [event, stall(20)]);

const thought = answer(
  [
    { type: 'thinking', thinking: 'The weather is a tool away.', signature: 'c2lnbmF0dXJl' },
    { type: 'text', text: 'I will look.' },
    { type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { location: 'San Francisco, CA' } },
  ],
  { usage: { input_tokens: 400, output_tokens: 60 } },
);

describeWhere(hasChromium)('examples/web-chat in a browser', () => {
  let browser: Browser;
  let files: PageFiles;
  let client: MockClient;
  let server: ChatServer;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [browser, files] = await Promise.all([launchChromium(), bundlePage()]);
  }, 60_000);
  afterAll(() => browser.close());

  beforeEach(async () => {
    client = mockClient([
      { when: asks('capital'), answer: slow(events(markdown)) },
      { when: asks('weather'), answer: thought },
      { when: asks('15 degrees'), answer: answer('It is 15 degrees: take a coat.') },
      {
        when: asks('too long'),
        answer: failure(400, 'invalid_request_error', { message: 'prompt is too long' }),
      },
      {
        when: asks('busy'),
        answer: [
          ...story.slice(0, 4),
          { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
        ],
      },
      { when: asks('more'), answer: answer('The end.') },
      silent,
      answer('Once upon a time, and to the end.'),
    ]);
    server = await startChatServer({ client, page: files });
    context = await browser.newContext();
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    await page.goto(server.url);
  });
  afterEach(async () => {
    await context.close();
    server.stop();
  });

  /** Sends a message with the keyboard only. */
  async function ask(question: string): Promise<void> {
    await page.getByLabel('Message', { exact: true }).focus();
    await page.keyboard.type(question);
    await page.keyboard.press('Enter');
  }
  const status = () => page.getByRole('status');
  const last = () => page.locator('.answer').last();
  const textOf = async () => (await last().textContent()) ?? '';
  const violations = async () => {
    // The content security policy of the page blocks other scripts, but not this evaluation by the debugger.
    await page.evaluate(axe);
    // The function runs in the page, where axe is a global.
    const { violations: found } = await page.evaluate(() => Reflect.get(globalThis, 'axe').run());
    return found.map(({ id, help }: { id: string; help: string }) => `${id}: ${help}`);
  };

  test('renders markdown while it arrives, and neither HTML nor javascript: links', async () => {
    await ask('What is the capital of France?');
    await page.getByText('The capital of').first().waitFor();
    expect(await last().getAttribute('aria-busy')).toBe('true');
    expect(await textOf()).not.toContain("const city = 'Paris';");
    await last().locator('.note').waitFor();
    expect(await last().getAttribute('aria-busy')).toBeNull();
    expect(await last().locator('pre code').textContent()).toBe("const city = 'Paris';\n");
    expect(await last().locator('strong').textContent()).toBe('Paris');
    expect(await last().locator('img').count()).toBe(0);
    expect(await last().getByText('a link').getAttribute('href')).toBe('https://example.com');
    expect(await last().getByText('a trap').getAttribute('href')).toBe('');
    expect(await status().textContent()).toContain('The capital of France is **Paris**');
  });

  test('runs tools on the server, shows thinking and tool calls collapsed, and adds up the cost', async () => {
    await ask('What is the weather in San Francisco?');
    await page.getByText('take a coat').first().waitFor();
    const [first] = await page.locator('.answer').all();
    expect(await first?.locator('details.thinking').getAttribute('open')).toBeNull();
    await first?.getByText('Tool: get_weather').press('Enter');
    expect(await first?.getByText('"location": "San Francisco, CA"').isVisible()).toBe(true);
    expect(await first?.getByText('Result: 15 degrees in San Francisco').isVisible()).toBe(true);
    expect(await page.locator('#cost').textContent()).toMatch(/^\$0\.00\d+$/);
    // The second request contains the thinking with its signature.
    expect(client.requests[1]?.messages).toMatchObject([{}, { content: thought.content }, { role: 'user' }]);
  });

  test('Escape stops an answer and marks it as interrupted, and Retry asks again', async () => {
    await ask('Tell me a story.');
    await page.getByText('Once upon').first().waitFor();
    await page.keyboard.press('Escape');
    await last().getByText('You stopped this answer.').waitFor();
    expect(await textOf()).toContain('Once upon');
    expect(await status().textContent()).toBe('Interrupted. You stopped this answer.');
    expect(await page.evaluate('document.activeElement.id')).toBe('text');
    await page.getByRole('button', { name: 'Retry' }).press('Enter');
    await page.getByText('and to the end').first().waitFor();
    expect(await page.locator('.answer').count()).toBe(1);
    expect(client.requests[1]).toEqual(client.requests[0]);
  });

  test('a message after a stopped answer sends the partial answer to the model', async () => {
    await ask('Tell me a story.');
    await page.getByText('Once upon').first().waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await last().getByText('Interrupted').waitFor();
    await ask('more');
    await page.getByText('The end.').first().waitFor();
    expect(await page.getByRole('button', { name: 'Retry' }).count()).toBe(0);
    expect(client.requests[1]?.messages).toEqual([
      { role: 'user', content: 'Tell me a story.' },
      { role: 'assistant', content: expect.stringMatching(/^Once upon/) },
      { role: 'user', content: 'more' },
    ]);
  });

  test('marks an answer when the server stops, and shows an error for the next message', async () => {
    await ask('Tell me a story.');
    await page.getByText('Once upon').first().waitFor();
    server.stop();
    await last().getByText('The connection to the server was lost.').waitFor();
    expect(await textOf()).toContain('Once upon');
    await ask('Are you there?');
    await last().getByText('The server cannot be reached.').waitFor();
  });

  test('shows an error when the browser is offline', async () => {
    await context.setOffline(true);
    await ask('Hello?');
    await last().getByText('You are offline.').waitFor();
    await context.setOffline(false);
  });

  test('shows the message of an API error, both before and in the middle of an answer', async () => {
    await ask('This is too long');
    await last().getByText('prompt is too long').waitFor();
    await ask('Are you busy?');
    await last().getByText('Overloaded').waitFor();
    expect(await textOf()).toContain('Once upon');
  });

  test('the server answers an invalid request with 400 and the message of the rule', async () => {
    const response = await fetch(`${server.url}/api/answer`, { method: 'POST', body: '{"messages":[]}' });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: 'messages: a conversation needs a turn: messages must not be empty',
    });
  });

  test.each(['light', 'dark'] as const)('has no axe violations in %s mode', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await ask('What is the weather in San Francisco?');
    await page.getByText('take a coat').first().waitFor();
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.screenshot({ path: `${shots}/${colorScheme}-tools.png` });
    await ask('What is the capital of France?');
    await last().locator('.note').waitFor();
    await ask('Are you busy?');
    await last().getByText('Interrupted').waitFor();
    await page.screenshot({ path: `${shots}/${colorScheme}.png` });
    expect(await violations()).toEqual([]);
  });
});
