import { cutText } from './clean-text.ts';

/** Slack reads markup and mentions out of these three only; a scheme or "www." apart from the rest is no link. */
export function escapeText(text: string, most: number): string {
  let kept = cutText(unlink(text), most);
  for (;;) {
    const escaped = kept.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    if (escaped.length <= most) return escaped;
    kept = cutText(kept, kept.length - (escaped.length - most));
  }
}

function unlink(text: string): string {
  return text.replace(/\b([a-z][a-z0-9+.-]*:)\/\//giu, '$1 //').replace(/\bwww\./giu, 'www .');
}
