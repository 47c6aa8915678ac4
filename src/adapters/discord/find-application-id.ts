import { type REST, Routes } from 'discord.js';
import { z } from 'zod';

const application = z.object({ id: z.string() });

/** A token begins with the application's id; where it does not, Discord knows. */
export async function findApplicationId(token: string, rest: REST): Promise<string> {
  const first = Buffer.from(token.split('.')[0] ?? '', 'base64').toString('latin1');
  return /^\d{17,20}$/.test(first) ? first : application.parse(await rest.get(Routes.currentApplication())).id;
}
