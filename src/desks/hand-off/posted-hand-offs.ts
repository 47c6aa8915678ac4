import type { Place } from '../../bot/place.ts';
import { Recent } from '../../bot/recent.ts';
import type { HandOff } from '../../state/hand-off.ts';

const MOST = 2_000;

/** Where questions wait for humans, as far as this process knows: it may be asked for each message, and the database may not. */
export class PostedHandOffs {
  readonly #channels = new Recent<true>(MOST);
  readonly #messages = new Recent<true>(MOST);

  add({ platform, editorsChannel, editorsMessage }: Pick<HandOff, 'platform' | 'editorsChannel' | 'editorsMessage'>): void {
    this.#channels.set(`${platform} ${editorsChannel}`, true);
    if (editorsMessage !== null) this.#messages.set(`${platform} ${editorsChannel} ${editorsMessage}`, true);
  }

  /** Another process may have posted others there. */
  hasChannel({ platform, channel }: Place): boolean {
    return this.#channels.get(`${platform} ${channel}`) ?? false;
  }

  hasMessage({ platform, channel }: Place, message: string): boolean {
    return this.#messages.get(`${platform} ${channel} ${message}`) ?? false;
  }
}
