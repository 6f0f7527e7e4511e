import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';
import { serveSite } from './serve.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = fileURLToPath(new URL('../.cache/shots/', import.meta.url));
mkdirSync(shots, { recursive: true });

let site;
let browser;
before(async () => {
  site = await serveSite();
  browser = await openBrowser(site);
});
after(async () => {
  await browser?.close();
  site?.close();
});

const visited = [
  '/',
  '/getting-started',
  '/tools',
  '/comparison',
  '/api/index/interfaces/MessagesRequestBuilder',
];

for (const path of visited) {
  test(`${path} opens without an error or a request to another host`, async () => {
    const page = await browser.open(path);
    assert.ok((await page.locator('h1').first().textContent()).trim() !== '');
    assert.deepEqual(page.problems, []);
    await page.close();
  });
}

for (const colorScheme of ['light', 'dark']) {
  for (const path of [...visited, '/playground']) {
    test(`axe finds no accessibility problem in ${path}, ${colorScheme}`, async () => {
      const page = await browser.open(path, { colorScheme });
      if (path === '/playground') await page.locator('.playground li').first().waitFor({ timeout: 120_000 });
      await page.screenshot({ path: `${shots}${path.replaceAll('/', '_')}-${colorScheme}.png` });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ target }) => `${id}: ${target}`),
      );
      assert.deepEqual(found, []);
      await page.close();
    });
  }
}

test('the search finds a page that contains the name of a field', async () => {
  const page = await browser.open('/');
  await page.locator('#local-search button, button.DocSearch-Button').first().click();
  await page.locator('.VPLocalSearchBox input').fill('budget_tokens');
  await page.locator('.VPLocalSearchBox .result').first().click({ timeout: 30_000 });
  await page.waitForURL((url) => url.pathname !== '/');
  await page.locator('main.main', { hasText: 'budget_tokens' }).waitFor({ timeout: 30_000 });
  await page.close();
});

describe('a snippet with compile errors', () => {
  for (const width of [390, 768, 1280]) {
    test(`shows the whole error sentences on a page ${width} pixels wide`, async () => {
      const page = await browser.open('/', { width });
      const errors = page.locator('.twoslash-error-line');
      assert.equal(await errors.count(), 2);
      for (const [at, sentence] of [
        'claude-opus-5-5 generates at most 128000 tokens, not 200000',
        'claude-opus-5-5 rejects temperature, top_p and top_k',
      ].entries()) {
        const error = errors.nth(at);
        assert.ok((await error.textContent()).includes(sentence));
        const { right, scrollWidth, clientWidth } = await error.evaluate((each) => {
          const range = document.createRange();
          range.selectNodeContents(each);
          return {
            right: range.getBoundingClientRect().right,
            scrollWidth: each.scrollWidth,
            clientWidth: each.clientWidth,
          };
        });
        assert.ok(right <= width, `the sentence ends at ${right}`);
        assert.ok(scrollWidth <= clientWidth + 1, `${scrollWidth} in ${clientWidth}`);
      }
      await page.screenshot({ path: `${shots}refused-${width}.png`, fullPage: true });
      await page.close();
    });
  }
});

test('a snippet shows the type of a variable on hover', async () => {
  const page = await browser.open('/getting-started');
  const name = page.locator('.twoslash-hover', { hasText: /^client$/ }).first();
  await name.hover();
  const popup = page.locator('.v-popper--theme-twoslash.v-popper__popper--shown');
  await popup.waitFor({ timeout: 10_000 });
  assert.match(await popup.textContent(), /const client: Client/);
  await page.screenshot({ path: `${shots}hover.png` });
  await page.close();
});
