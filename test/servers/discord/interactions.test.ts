import { setTimeout as wait } from 'node:timers/promises';
import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  type DiscordAPIError,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  SlashCommandBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalDiscordOptions } from './local-discord.ts';
import { startPair } from './start-client.ts';

const ASK = new SlashCommandBuilder()
  .setName('ask')
  .setDescription('Asks')
  .setDescriptionLocalizations({ fr: 'Demande' })
  .addStringOption((option) => option.setName('question').setDescription('What').setRequired(true))
  .addStringOption((option) => option.setName('company').setDescription('Of whom').setAutocomplete(true));
const STATUS = new SlashCommandBuilder()
  .setName('admin')
  .setDescription('Does')
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .addSubcommand((sub) => sub.setName('reload').setDescription('Reloads'));
const CHECK = { type: ApplicationCommandType.Message, name: 'Check this' } as const;

const stops: (() => Promise<void>)[] = [];

/** A bot with three commands that behaves as `prepare` lets it. */
async function start(prepare: (client: Client, failures: number[]) => void, options: LocalDiscordOptions = {}) {
  const failures: number[] = [];
  const { discord, client, stop } = await startPair((one) => prepare(one, failures), options);
  stops.push(stop);
  await client.application?.commands.set([ASK, STATUS, CHECK]);
  return { discord, client, failures, ada: discord.world.member };
}

function noteCode(failures: number[]) {
  return (error: DiscordAPIError) => void failures.push(Number(error.code));
}

function choices(count: number) {
  return Array.from({ length: count }, (_, number) => ({ name: `${number}`, value: `${number}` }));
}

function option(name: string, required: boolean) {
  return { type: 3, name, description: 'x', required };
}

function button(id: string) {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Primary));
}

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

describe('commands', () => {
  it('are answered for the person alone', async () => {
    const { discord, ada } = await start((client) =>
      client.on(Events.InteractionCreate, async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const response = await interaction.reply({
          content: `${interaction.options.getString('question')} ${interaction.locale} ${interaction.memberPermissions?.has('ManageGuild')}`,
          flags: MessageFlags.Ephemeral,
          withResponse: true,
        });
        await interaction.followUp({ content: response.resource?.message?.id ?? '?', flags: MessageFlags.Ephemeral });
      }),
    );
    const outcome = await discord.people.command({ user: ada, name: 'ask', options: { question: 'why' }, locale: 'fr' });
    expect(outcome).toMatchObject({ response: 'message', message: { content: 'why fr false', viewer: ada.id } });
    expect(outcome.acknowledgedAfterMs).toBeLessThan(1000);
    await discord.people.waitForMessages(discord.world.general, 2);
    expect(discord.outcome(outcome.interactionId).followUps.map(({ content }) => content)).toEqual([outcome.message?.id]);
    expect(discord.messages(discord.world.general.id)).toEqual([]);
    expect(discord.messages(discord.world.general.id, ada)).toHaveLength(2);
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });

  it('are kept as registered, and offered as their permissions say', async () => {
    const { discord, ada } = await start(() => undefined);
    expect(discord.commands().map(({ name }) => name)).toEqual(['ask', 'admin', 'Check this']);
    expect(() => discord.people.command({ user: ada, name: 'admin', subcommand: 'reload' })).toThrow('no permission');
    expect(() => discord.people.command({ user: ada, name: 'ask' })).toThrow('needs the option question');
    expect(discord.violations).toEqual([]);
  });

  it.each([
    ['an upper-case name', [{ name: 'Ask', description: 'x' }]],
    ['no description', [{ name: 'ask' }]],
    ['a long description', [{ name: 'ask', description: 'x'.repeat(101) }]],
    ['a name twice', [1, 2].map(() => ({ name: 'ask', description: 'x' }))],
    ['a long localised description', [{ name: 'ask', description: 'x', description_localizations: { fr: 'x'.repeat(101) } }]],
    ['an unknown language', [{ name: 'ask', description: 'x', name_localizations: { xx: 'x' } }]],
    ['26 choices', [{ name: 'ask', description: 'x', options: [{ type: 3, name: 'a', description: 'x', choices: choices(26) }] }]],
    ['a required option after another one', [{ name: 'ask', description: 'x', options: [option('a', false), option('b', true)] }]],
  ])('with %s are not registered', async (_, body) => {
    const { discord, client } = await start(() => undefined);
    await expect(client.rest.put(`/applications/${discord.applicationId}/commands`, { body })).rejects.toMatchObject({ code: 50035 });
    expect(discord.commands()).toHaveLength(3);
  });

  it('come from direct messages with subcommands and are answered after "thinking…"', async () => {
    const { discord } = await start((client) =>
      client.on(Events.InteractionCreate, async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.deferReply();
        await interaction.editReply(`${interaction.options.getSubcommand()} ${interaction.inGuild()} ${interaction.channel?.isDMBased()}`);
      }),
    );
    const { manager } = discord.world;
    const outcome = await discord.people.command({ user: manager, name: 'admin', subcommand: 'reload', channel: discord.world.dm(manager) });
    expect(outcome).toMatchObject({ response: 'deferred message', message: { content: 'reload false true', flags: 0 } });
    expect(discord.versions(outcome.message?.id ?? '').map(({ content }) => content)).toEqual(['', 'reload false true']);
    expect(discord.violations).toEqual([]);
  });

  it('are unknown once the deadline is over', async () => {
    const late = (client: Client, failures: number[]) =>
      client.on(Events.InteractionCreate, async (interaction) => {
        await wait(150);
        if (interaction.isRepliable()) await interaction.reply('late').catch(noteCode(failures));
      });
    const { discord, failures, ada } = await start(late, { deadlineMs: 80 });
    const outcome = await discord.people.command({ user: ada, name: 'ask', options: { question: 'why' } });
    expect(outcome).toMatchObject({ response: null, message: null });
    await expect.poll(() => failures).toEqual([10062]);
    expect(discord.rejected).toMatchObject([{ status: 404, code: 10062, message: 'Unknown interaction' }]);
  });

  it('take one first response', async () => {
    const twice = (client: Client, failures: number[]) =>
      client.on(Events.InteractionCreate, (interaction) => {
        if (interaction.isRepliable()) void interaction.reply('yes').catch(noteCode(failures));
      });
    const { discord, failures, ada } = await start(twice);
    await discord.people.command({ user: ada, name: 'ask', options: { question: 'why' }, eventCopies: 2 });
    await expect.poll(() => failures).toEqual([40060]);
    expect(discord.messages(discord.world.general.id)).toHaveLength(1);
  });

  it('complete what is typed', async () => {
    const { discord, ada } = await start((client) =>
      client.on(Events.InteractionCreate, (interaction) => {
        if (interaction.isAutocomplete()) void interaction.respond([{ name: `${interaction.options.getFocused()}arna`, value: 'klarna' }]);
      }),
    );
    const outcome = await discord.people.autocomplete({ user: ada, name: 'ask', options: { company: 'kl' }, focused: 'company' });
    expect(outcome.choices).toEqual([{ name: 'klarna', value: 'klarna' }]);
    expect(discord.violations).toEqual([]);
  });

  it('stand in the menu of a message, whose text they get', async () => {
    const { discord, ada } = await start((client) =>
      client.on(Events.InteractionCreate, (interaction) => {
        if (interaction.isMessageContextMenuCommand()) void interaction.reply(`checked: ${interaction.targetMessage.content}`);
      }),
    );
    const { message } = discord.people.sendMessage({ author: discord.world.owner, content: '4,000 at Salesforce' });
    const outcome = await discord.people.contextMenu({ user: ada, name: 'Check this', message });
    expect(outcome.message?.content).toBe('checked: 4,000 at Salesforce');
  });
});

describe('controls', () => {
  const withButton = (client: Client) =>
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'press', components: [button('more')] });
      else if (interaction.isButton()) await interaction.update({ content: 'pressed', components: [button('form')] });
    });

  it('update their message', async () => {
    const { discord, ada } = await start(withButton);
    const { message } = await discord.people.command({ user: ada, name: 'ask', options: { question: 'why' } });
    if (message === null) throw new Error('No message');
    const pressed = await discord.people.pressButton({ user: discord.world.owner, message, customId: 'more' });
    expect(pressed).toMatchObject({ response: 'update', message: { id: message.id, content: 'pressed' } });
    expect(() => discord.people.pressButton({ user: ada, message, customId: 'more' })).toThrow('no control more');
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });

  it('show a form, which is sent in', async () => {
    const { discord, ada } = await start((client) =>
      client.on(Events.InteractionCreate, async (interaction) => {
        const input = new TextInputBuilder().setCustomId('what').setStyle(TextInputStyle.Short);
        const label = new LabelBuilder().setLabel('What?').setTextInputComponent(input);
        if (interaction.isChatInputCommand()) await interaction.showModal(new ModalBuilder().setCustomId('form').setTitle('Form').addLabelComponents(label));
        if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('what'));
      }),
    );
    const shownBy = await discord.people.command({ user: ada, name: 'ask', options: { question: 'why' } });
    expect(shownBy.response).toBe('modal');
    const sent = await discord.people.submitModal({ user: ada, shownBy, fields: { what: 'this' } });
    expect(sent.message?.content).toBe('this');
    expect([discord.rejected, discord.violations]).toEqual([[], []]);
  });
});
