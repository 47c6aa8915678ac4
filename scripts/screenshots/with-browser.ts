import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { AppError } from '../../src/errors.ts';

/** Besides, 👍 and 👎 need a font that has them: Debian's package fonts-noto-color-emoji. */
const CHROMIUM = '/usr/bin/chromium';
/** Without the network flags Chromium tries to reach its maker at every start; letters smoothed in grey look the same on every screen. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-lcd-text',
];

/** @throws AppError where Debian's Chromium is not installed */
export async function withBrowser(work: (browser: Browser) => Promise<void>): Promise<void> {
  if (!existsSync(CHROMIUM)) throw new AppError('NO_BROWSER', `There is no ${CHROMIUM}: install Debian's package chromium, then run npm run screenshots again`);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

/** A page that sees this machine only; sharp on dense screens too, at a size that a front page loads at once. */
export async function withPage<Result>(browser: Browser, options: BrowserContextOptions, work: (page: Page) => Promise<Result>): Promise<Result> {
  const page = await browser.newPage({ ...options, deviceScaleFactor: 1.25, reducedMotion: 'reduce' });
  // The components that look like Discord would fetch its fonts.
  await page.route(
    ({ protocol, hostname }) => protocol.startsWith('http') && hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}
