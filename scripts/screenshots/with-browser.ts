import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { AppError } from '../../src/errors.ts';

const CHROMIUM = '/usr/bin/chromium';
/** Without the network flags Chromium tries to reach its maker at every start. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
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
