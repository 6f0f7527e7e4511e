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

test('the playground shows the error sentence of the example below the editor', async () => {
  await sentence('claude-opus-5-5 generates at most 128000 tokens, not 200000');
});

test('selecting another model checks the request against that model', async () => {
  await page.getByLabel('Model').selectOption('claude-haiku-4-5');
  await sentence('claude-haiku-4-5 generates at most 64000 tokens, not 200000');
});

test('the playground says that a corrected request compiles', async () => {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(`import { MessagesRequestBuilder } from 'clust';
const request = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).user('Hi').build();
`);
  await compiles();
});

test('a copied link opens the playground with the same code and error', async () => {
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

test('a truncated link opens the playground with the example', async () => {
  const other = await browser.open('/playground#code=zzzz');
  await other
    .locator('.playground li button', { hasText: 'claude-opus-5-5 generates at most 128000 tokens' })
    .waitFor({ timeout: 120_000 });
  await other.close();
});

test('the playground opens without an error every time, whenever Monaco registers TypeScript', async () => {
  for (let opened = 0; opened < 6; opened += 1) {
    const other = await browser.open('/playground');
    await sentence('claude-opus-5-5 generates at most 128000 tokens', other);
    assert.deepEqual(other.problems, []);
    await other.close();
  }
});

test('the playground logs no error and makes no request to another host', () => {
  assert.deepEqual(page.problems, []);
});
