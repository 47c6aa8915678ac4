import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import type { Field, Form } from '../../reply/form.ts';
import { cleanText } from './clean-text.ts';
import { cutText } from './cut-text.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';

/** Where the bot could answer; threads belong to one of these. */
const CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** A form as a modal. The button that sends it is Discord's own: it says "Submit" in the language of the person's client. */
export function renderForm({ title, action, fields }: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: action,
    title: short(title, DISCORD_LIMITS.formTitle),
    components: fields.slice(0, DISCORD_LIMITS.fields).map((field) => ({
      type: ComponentType.Label,
      label: short(field.label, DISCORD_LIMITS.fieldLabel),
      ...(field.help === null ? {} : { description: short(field.help, DISCORD_LIMITS.fieldHelp) }),
      component: renderField(field),
    })),
  };
}

function renderField(field: Field): APIComponentInLabel {
  switch (field.kind) {
    case 'text':
      return renderText(field);
    case 'choice':
      return renderChoice(field);
    case 'channels':
      return renderChannels(field);
  }
}

function renderText({ id, required, long, value, maxLength }: Extract<Field, { kind: 'text' }>): APIComponentInLabel {
  const max = Math.min(maxLength, DISCORD_LIMITS.fieldText);
  return {
    type: ComponentType.TextInput,
    custom_id: id,
    style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length: max,
    required,
    ...(value === '' ? {} : { value: cutText(value, max) }),
  };
}

function renderChoice({ id, required, choices, value: chosen }: Extract<Field, { kind: 'choice' }>): APIComponentInLabel {
  const options = choices.slice(0, DISCORD_LIMITS.choices).map(({ value, label }) => ({
    value,
    label: short(label, DISCORD_LIMITS.choice),
    default: value === chosen,
  }));
  return { type: ComponentType.StringSelect, custom_id: id, required, min_values: required ? 1 : 0, max_values: 1, options };
}

function renderChannels({ id, required, most, values }: Extract<Field, { kind: 'channels' }>): APIComponentInLabel {
  const max = Math.min(most, DISCORD_LIMITS.choices);
  const chosen = values.slice(0, max).map((channel) => ({ id: channel, type: SelectMenuDefaultValueType.Channel as const }));
  return {
    type: ComponentType.ChannelSelect,
    custom_id: id,
    required,
    min_values: required ? 1 : 0,
    max_values: max,
    channel_types: CHANNELS,
    ...(chosen.length === 0 ? {} : { default_values: chosen }),
  };
}

function short(text: string, limit: number): string {
  return cutText(cleanText(text).trim(), limit) || '…';
}
