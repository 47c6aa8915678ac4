import { writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { escapeHtml } from './draw-markdown.ts';
import { withPage } from './with-browser.ts';

/** A picture, and what stands above it where there are several. */
export type Part = { readonly title: string; readonly png: Buffer };

const STYLE = `
  body { margin: 0; background: #fff; font: 13px 'Noto Sans', 'Helvetica Neue', Helvetica, Arial, sans-serif; color: #616061 }
  h1 { margin: 0; padding: 8px 20px; font-size: 13px; background: #f6f6f6; border-top: 1px solid #ddd }
  img { display: block; width: 720px }
`;

/** One picture of all of them, one below the other. */
export async function stackParts(browser: Browser, parts: readonly Part[], path: string): Promise<void> {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return writeFile(path, only.png);
  const drawn = parts.map(({ title, png }) => `<h1>${escapeHtml(title)}</h1><img src="data:image/png;base64,${png.toString('base64')}" alt="">`);
  await withPage(browser, { viewport: { width: 720, height: 100 }, colorScheme: 'light' }, async (page) => {
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${drawn.join('')}`);
    await page.screenshot({ path, fullPage: true });
  });
}
