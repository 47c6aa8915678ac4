import { webApi } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quietLogger } from './echo-app.ts';
import { localSlackMissing } from './local-slack-binary.ts';
import { type LocalSlack, startLocalSlack } from './start-local-slack.ts';
import { app, channels, oauth, other, otherChannels, otherPeople, people } from './workspace.ts';

const general = channels.general.id;
const quiet = { unfurl_links: false, unfurl_media: false };

describe.skipIf(localSlackMissing() !== undefined)('files and installations', () => {
  let slack: LocalSlack;
  let client: webApi.WebClient;

  beforeAll(async () => {
    slack = await startLocalSlack();
    client = clientWith(app.botToken);
  });
  afterAll(() => slack.stop());

  const clientWith = (token?: string) => new webApi.WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: quietLogger });

  it('takes a file of the length that was announced, and no other', async () => {
    const announce = async (length: number) => (await client.files.getUploadURLExternal({ filename: 'a.csv', length })).upload_url ?? '';
    expect((await fetch(await announce(3), { method: 'POST', body: 'a,b' })).status).toBe(200);
    expect((await fetch(await announce(9), { method: 'POST', body: 'a,b' })).status).toBe(400);
    await expect(announce(0)).rejects.toThrow('invalid_arguments');
  });

  it('shares only what was uploaded, and only where the bot is, by the id of a channel', async () => {
    const upload = async (channel_id: string) => client.filesUploadV2({ channel_id, filename: 'a.csv', content: 'a,b' });
    await upload(general);
    expect(slack.files(general)).toEqual([{ name: 'a.csv', content: 'a,b', length: 3 }]);
    await expect(upload(channels.elsewhere.id)).rejects.toThrow('channel_not_found');
    await expect(upload(people.member.id)).rejects.toThrow('channel_not_found');
    const { file_id: id = '' } = await client.files.getUploadURLExternal({ filename: 'a.csv', length: 3 });
    await expect(client.files.completeUploadExternal({ files: [{ id }], channel_id: general })).rejects.toThrow('file_not_found');
  });

  it('knows no second workspace until the app is installed there', async () => {
    await expect(client.chat.postMessage({ ...quiet, channel: otherChannels.hall.id, text: 'hi' })).rejects.toThrow('channel_not_found');
    await expect(client.users.info({ user: otherPeople.member.id })).rejects.toThrow('user_not_found');
    await expect(clientWith(`xoxb-${other.teamId}-1`).auth.test()).rejects.toThrow('invalid_auth');
  });

  it('gives a token for a code that a browser brought, with the secret only', async () => {
    const access = (change: object) =>
      clientWith().oauth.v2.access({ client_id: oauth.clientId, client_secret: oauth.clientSecret, code: 'guessed', ...change });
    await expect(access({})).rejects.toThrow('invalid_code');
    await expect(access({ client_secret: 'guessed' })).rejects.toThrow('bad_client_secret');
    await expect(access({ client_id: 'guessed' })).rejects.toThrow('invalid_client_id');
  });
});
