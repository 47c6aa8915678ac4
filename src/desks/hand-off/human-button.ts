import { writeAction } from '../../bot/action.ts';
import type { Place } from '../../bot/place.ts';
import type { SettingsBook } from '../../bot/place-settings.ts';
import type { Button } from '../../reply/reply.ts';
import type { Language } from '../../text/language.ts';
import { ASKER_TEXTS } from './hand-off-texts.ts';

/** Hands the question of an answer to a human; null where there is none to ask. */
export function humanButton(place: Place, answer: string, language: Language, settings: SettingsBook): Button | null {
  const action = writeAction({ kind: 'human', answer });
  if (action === null || settings.of(place).editorsChannel === null) return null;
  return { label: ASKER_TEXTS[language].button, action, style: 'plain' };
}
