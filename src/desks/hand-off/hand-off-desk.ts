import type { Desk } from '../../bot/desk.ts';
import type { HandOffParts } from './hand-off-parts.ts';
import { handOver } from './hand-over.ts';
import { humanButton } from './human-button.ts';
import { closeHandOff, hearResponse, openResponseForm, takeHandOff, takeResponse } from './serve-editors.ts';

/** Brings what the bot cannot answer to humans, and what they say to whoever asked. */
export function openHandOffDesk(parts: HandOffParts): Desk {
  return {
    below: ({ id, place, reply }) => {
      const button = reply.status === 'unknown' ? humanButton(place, id, reply.language, parts.settings) : null;
      return button === null ? [] : [{ kind: 'buttons', buttons: [button] }];
    },
    press: async (action, visit) => {
      switch (action.kind) {
        case 'human':
          return handOver(action.answer, visit, parts);
        case 'take':
          return takeHandOff(action.handOff, visit, parts);
        case 'respond':
          return openResponseForm(action.handOff, visit, parts);
        case 'close':
          return closeHandOff(action.handOff, visit, parts);
        default:
          return null;
      }
    },
    submit: async (action, entries, visit) => (action.kind === 'respond' ? takeResponse(action.handOff, entries, visit, parts) : null),
    listensTo: (place) => parts.posted.hasChannel(place) || parts.settings.of(place).editorsChannel === place.channel,
    hear: async (text, visit) => {
      const { under } = visit.incoming;
      return under === null ? null : hearResponse(under, text, visit, parts);
    },
  };
}
