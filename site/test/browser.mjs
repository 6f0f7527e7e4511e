import { chromium } from 'playwright-core';

/**
 * Opens pages of the site in Chromium. `problems` of a page are its errors, and the URLs of its requests to other hosts. The
 * browser runs without a sandbox, so that it also runs as root. This is safe, because it loads only local pages.
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
      const problems = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on('request', (request) => {
        if (/^https?:/.test(request.url()) && !request.url().startsWith(site.url))
          problems.push(request.url());
      });
      await page.goto(site.url + path, { waitUntil: 'load' });
      // Waits until the root element of the app is on the page.
      await page.locator('#app[data-v-app], #app').first().waitFor();
      return Object.assign(page, { problems });
    },
  };
}
