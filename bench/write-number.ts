import type { Language } from '../src/text/language.ts';

/** "1,240" in English, "1 240" in French. */
export function writeNumber(value: number, language: Language): string {
  return `${value}`.replace(/\B(?=(?:\d{3})+$)/g, language === 'en' ? ',' : ' ');
}

/** Puts values into a template's slots: "{company} cut {people} jobs". */
export function fillSlots(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
}
