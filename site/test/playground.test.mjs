import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import { serveSite } from './serve.mjs';

let site;
let browser;
let page;
before(async () => {
  site = await serveSite();
  browser = await openBrowser(site);
  page = await browser.open('/playground');
});
after(async () => {
  await browser?.close();
  site?.close();
});

const sentence = (text, where = page) =>
  where.locator('.playground li button', { hasText: text }).waitFor({ timeout: 120_000 });
const compiles = () => page.locator('.playground .compiles').waitFor({ timeout: 120_000 });

test('the sentence stands below the request', async () => {
  await sentence('claude-opus-5-5 generates at most 128000 tokens, not 200000');
});

test('another model is chosen from the list, and the sentence is about that one', async () => {
  await page.getByLabel('Model').selectOption('claude-haiku-4-5');
  await sentence('claude-haiku-4-5 generates at most 64000 tokens, not 200000');
});

test('a request that is typed is checked, and told when it compiles', async () => {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(`import { MessagesRequestBuilder } from 'clust';
const request = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).user('Hi').build();
`);
  await compiles();
});

test('a link holds the code, and whoever opens it sees the same sentence', async () => {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(`import { MessagesRequestBuilder } from 'clust';
const request = MessagesRequestBuilder.create('claude-opus-5').thinking('disabled').effort('max');
`);
  await sentence('with thinking disabled claude-opus-5 takes no effort above high');
  await page.getByRole('button', { name: 'Copy a link' }).click();
  await page.waitForURL(/#code=/);
  const link = new URL(page.url());
  const other = await browser.open(link.pathname + link.hash);
  await other
    .locator('.playground li button', {
      hasText: 'with thinking disabled claude-opus-5 takes no effort above high',
    })
    .waitFor({ timeout: 120_000 });
  assert.equal(await other.getByLabel('Model').inputValue(), 'claude-opus-5');
  await other.close();
});

test('a link that was cut while it was copied opens the example', async () => {
  const other = await browser.open('/playground#code=zzzz');
  await other
    .locator('.playground li button', { hasText: 'claude-opus-5-5 generates at most 128000 tokens' })
    .waitFor({ timeout: 120_000 });
  await other.close();
});

test('it opens without an error every time, though Monaco registers TypeScript later or sooner', async () => {
  for (let opened = 0; opened < 6; opened += 1) {
    const other = await browser.open('/playground');
    await sentence('claude-opus-5-5 generates at most 128000 tokens', other);
    assert.deepEqual(other.complaints, []);
    await other.close();
  }
});

test('it asks nothing of another host', () => {
  assert.deepEqual(page.complaints, []);
});
