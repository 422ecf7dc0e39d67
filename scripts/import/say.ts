import texts from '@/data/words/import-command.json';
import { message, type Values } from '@/lib/message';

export type Name = keyof typeof texts.says;

/** What the command says, from `data/words/import-command.json`. */
export const say = (name: Name, values: Values = {}): string => message(texts.says[name], values);

/** On standard error: the report is the output. */
export const tellSkipped = (name: string, reason: string): void =>
  console.error(say('skipped', { name, reason }));
