import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const packageName = `local-slack-${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Path of the executable, or undefined where no package for this machine is installed. */
export function findLocalSlack(): string | undefined {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
    const path = join(folder, 'bin', process.platform === 'win32' ? 'local-slack.exe' : 'local-slack');
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
}

/** Why tests that need the local Slack cannot run here; undefined where they can. */
export function localSlackMissing(): string | undefined {
  return findLocalSlack() === undefined ? `no local Slack: the optional npm package ${packageName} is not installed` : undefined;
}
