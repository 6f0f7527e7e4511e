import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = '/usr/bin/chromium';

/** Whether this machine has a browser (Debian: `chromium`). */
export const hasChromium = existsSync(executablePath);

/** A headless browser. The tests load nothing from the network, so it runs without a sandbox, also as root. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
