import { makeBook } from '../../test/servers/slack/book.ts';
import { makeFaults } from '../../test/servers/slack/faults.ts';
import type { Gate, Settings } from '../../test/servers/slack/gate.ts';
import { makeHandles } from '../../test/servers/slack/handles.ts';
import { makeDeliver, overHttp, overSocket } from '../../test/servers/slack/make-deliver.ts';
import { makeRecords } from '../../test/servers/slack/records.ts';
import { makeSocketHub, type SocketHub } from '../../test/servers/slack/socket-hub.ts';
import type { Binary } from '../../test/servers/slack/start-binary.ts';
import { startGateServer } from '../../test/servers/slack/start-gate-server.ts';
import { makeTokens } from '../../test/servers/slack/tokens.ts';

export type LightSlack = { readonly gate: Gate; readonly hub: SocketHub; readonly apiUrl: string; readonly stop: () => Promise<void> };

/**
 * The gate of the tests without local-slack behind it, whose page nobody looks at here and which would take longer over each message than the bot.
 * Tokens, limits, faults and redelivery are the gate's own.
 * @param requestUrl where the bot listens, in HTTP mode
 */
export async function startLightSlack(mode: Settings['mode'], requestUrl = ''): Promise<LightSlack> {
  const settings: Settings = {
    mode,
    subscriptions: ['app_mention', 'message.im', 'app_home_opened'],
    ackDeadlineMs: 3_000,
    installed: true,
    redeliver: true,
    settleMs: 0,
    giveUpMs: 30_000,
  };
  const hub = makeSocketHub();
  const server = await startGateServer(hub);
  const records = makeRecords();
  const gate: Gate = {
    settings,
    binary: standIn(),
    records,
    book: makeBook(),
    faults: makeFaults(),
    handles: makeHandles(),
    tokens: makeTokens(true),
    codes: new Map(),
    uploads: new Map(),
    baseUrl: server.baseUrl,
    openTicket: hub.openTicket,
    deliver: makeDeliver(mode === 'socket' ? overSocket(hub) : overHttp(() => requestUrl), settings, records.late),
    directChannel: async (user) => `D${user.slice(1)}`,
    fromHere: (_user, _text, put) => put(),
    borrowTrigger: async () => 'none',
  };
  server.serve(gate);
  return { gate, hub, apiUrl: `${server.baseUrl}/api/`, stop: server.stop };
}

/** Takes every message and gives it a timestamp. */
function standIn(): Binary {
  let count = 0;
  const take = async () => {
    count += 1;
    const ts = `1800000000.${String(count).padStart(6, '0')}`;
    return { ok: true, ts, message_ts: ts };
  };
  return { pageUrl: '', api: take, control: take, stop: async () => {} };
}
