const DISCORD_EPOCH = 1_420_070_400_000;
/** What is above them, a time, also tells the shard of a guild. */
export const BITS_BELOW_THE_TIME = 22n;

export type NextSnowflake = () => string;

/** Ids as Discord makes them: the time they were made at, and never the same or a smaller one twice. */
export function createSnowflakes(): NextSnowflake {
  let last = 0n;
  return () => {
    const now = BigInt(Date.now() - DISCORD_EPOCH) << BITS_BELOW_THE_TIME;
    last = now > last ? now : last + 1n;
    return String(last);
  };
}
