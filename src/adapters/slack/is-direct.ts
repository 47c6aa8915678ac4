/** Whether a channel is a conversation with one person; a person's id stands for that, too. */
export function isDirect(channel: string): boolean {
  return !/^[CG]/.test(channel);
}
