/** Discord's colours and distances of today, where the components have older ones; its fonts are not free, those it falls back to are. */
export const PAGE_STYLE = `
  body { margin: 0; background: #313338 }
  discord-messages.discord-messages { border: 0; background: #313338; padding: 0 0 12px }
  discord-message.discord-message { padding-top: 8px; padding-bottom: 4px; margin-top: 8px }
  discord-messages, discord-messages * { font-family: 'Noto Sans', 'Helvetica Neue', Helvetica, Arial, sans-serif !important }
  discord-messages .discord-message-timestamp { display: none }
  discord-messages .discord-message .discord-author-info { margin-bottom: 2px }
  discord-messages .discord-message .discord-message-content { line-height: 1.375rem }
  h1 { margin: 0; padding: 8px 16px; font: 600 13px 'Noto Sans', Helvetica, Arial, sans-serif; color: #b5bac1; background: #2b2d31 }
  main { background: #313338 }
  .picture { display: block; width: 520px; border-radius: 8px; margin: 6px 0 }
  .small { font-size: 0.8125em; line-height: 1.4; color: #949ba4 }
  .heading { font-weight: 700; margin: 12px 0 2px }
  .gap { height: 0.7em }
  .quote { border-left: 4px solid #4e5058; padding-left: 12px }
  ul, ol { margin: 0; padding-left: 24px }
  discord-messages pre, discord-messages pre * { font-family: 'Liberation Mono', monospace !important }
  pre { background: #2b2d31; border: 1px solid #1e1f22; border-radius: 4px; padding: 8px; font-size: 14px; line-height: 18px; margin: 6px 0; max-width: 520px; box-sizing: border-box }
  discord-messages .discord-embed .discord-embed-wrapper { background: #2b2d31; border: 0 }
  discord-messages .discord-embed { margin: 6px 0 }
  discord-messages .discord-embed .discord-embed-author { line-height: 1.3 }
  discord-messages .discord-action-row { flex-wrap: wrap !important }
  discord-messages .discord-button { white-space: nowrap }
  discord-messages .discord-button.discord-button-secondary { background: #4e5058 }
`;
