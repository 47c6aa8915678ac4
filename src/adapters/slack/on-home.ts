import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { describeError } from '../../log.ts';
import { cutText } from './clean-text.ts';
import { HOME_TEXTS, homeBlocks } from './home-blocks.ts';
import { renderBlocks } from './render-slack.ts';
import { SLACK_LIMITS } from './slack-limits.ts';
import type { SlackParts } from './slack-parts.ts';

/** A view takes twice as many as a message. */
const MOST_BLOCKS = 100;
const DEFAULT_LANGUAGE = 'en';

/** Shows App Home; and questions to begin with where a conversation opens. */
export function onHome(parts: SlackParts) {
  return async ({ event }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs): Promise<void> => {
    if (event.tab === 'messages') await suggestQuestions(event.user, event.channel, parts);
    else await publishHome(event.user, parts);
  };
}

async function publishHome(user: string, { client, bot, people, identity }: SlackParts): Promise<void> {
  const language = (await people.languageOf(user)) ?? DEFAULT_LANGUAGE;
  const blocks = renderBlocks(homeBlocks(bot.library, language, identity.name)).flatMap((piece) => piece.blocks);
  await client.views.publish({ user_id: user, view: { type: 'home', blocks: blocks.slice(0, MOST_BLOCKS) } });
}

/** Without thread_ts: with `agent_view`, Slack silently does nothing where one is given. */
async function suggestQuestions(user: string, channel: string, { client, bot, people, log }: SlackParts): Promise<void> {
  const language = (await people.languageOf(user)) ?? DEFAULT_LANGUAGE;
  const questions = bot.library.examples(language).slice(0, SLACK_LIMITS.suggestedPrompts);
  if (questions.length === 0) return;
  const prompts = questions.map((message) => ({ title: cutText(message, SLACK_LIMITS.buttonText), message }));
  try {
    await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, title: HOME_TEXTS[language].prompts, prompts });
  } catch (error) {
    // Where the workspace has no agents, there is nowhere to show them, and nothing is missing.
    log.debug({ platform: 'slack', error: describeError(error) }, 'no questions were suggested');
  }
}
