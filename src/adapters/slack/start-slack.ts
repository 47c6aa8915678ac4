import { AppError } from '../../errors.ts';
import { describeError, type Log } from '../../log.ts';
import type { Platform } from '../platform.ts';
import type { Connection } from './connection.ts';
import { keepTrying } from './keep-trying.ts';
import { makeMessenger } from './make-messenger.ts';
import { prepareMany } from './prepare-many.ts';
import { prepareOne } from './prepare-one.ts';
import type { SlackStartup } from './slack-startup.ts';
import type { Workspaces } from './workspaces.ts';

/** Connects to Slack, and stays connected until it is stopped. Where it is stopped before it ever was, `ready` resolves. */
export function startSlack(start: SlackStartup): Platform {
  const stopping = new AbortController();
  let connection: Connection | null = null;
  let workspaces: Workspaces | null = null;
  let opened = 0;
  const connect = async () => {
    const prepared = start.settings.oauth ? prepareMany(start, start.settings.oauth) : await prepareOne(start, stopping.signal);
    connection = prepared.connection;
    await hold(prepared.connection, start.log, stopping.signal, () => {
      opened += 1;
    });
    workspaces = prepared.workspaces;
  };
  const named = async (team: string | null) => {
    if (workspaces !== null) return workspaces.named(team);
    throw new AppError('SLACK_NOT_READY', 'Slack is not connected yet, so nothing can be posted: try again once it is');
  };
  const ready = connect().catch((error) => {
    if (!stopping.signal.aborted) throw error;
  });
  // It may reject before anybody looks, while another platform is loading.
  ready.catch(() => {});
  return {
    name: 'slack',
    ready,
    messenger: makeMessenger({ named }),
    reconnects: () => Math.max(0, opened - 1),
    connected: () => connection?.isOpen() ?? false,
    stop: async () => {
      stopping.abort();
      await ready.catch(() => {});
      await connection?.close();
    },
  };
}

/** Opens the connection, and again whenever it is lost. */
async function hold(connection: Connection, log: Log, signal: AbortSignal, onOpen: () => void): Promise<void> {
  const open = async () => {
    await keepTrying('connecting to Slack', connection.open, log, signal);
    onOpen();
  };
  connection.onLost(() => {
    if (signal.aborted) return;
    log.info({ platform: 'slack' }, 'the connection to Slack ended; opening another');
    open().catch((error) => {
      if (!signal.aborted) log.error({ platform: 'slack', error: describeError(error) }, 'Slack lets us in no longer');
    });
  });
  await open();
}
