import { chromium } from 'playwright-core';

/**
 * Opens pages of the site. What a page logs as an error, and what it asks of other hosts, is kept in `complaints`. The
 * browser runs without a sandbox, also as root: nothing here comes from outside.
 */
export async function openBrowser(site) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  return {
    close: () => browser.close(),
    async open(path, { width = 1280, height = 800, colorScheme = 'light' } = {}) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      const complaints = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('request', (request) => {
        if (/^https?:/.test(request.url()) && !request.url().startsWith(site.url))
          complaints.push(request.url());
      });
      await page.goto(site.url + path, { waitUntil: 'load' });
      // Vue has taken over the page when its switch for the theme answers.
      await page.locator('#app[data-v-app], #app').first().waitFor();
      return Object.assign(page, { complaints });
    },
  };
}
