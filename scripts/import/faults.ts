import { isErrno } from '@/lib/errno';
import { type Name, say } from './say';

/** A fault of the disk in the command's words, with what it means for the data and what helps. */
const told =
  (name: Name) =>
  (error: unknown): unknown => {
    if (!isErrno(error)) return error;
    const cure = say('cure', { code: error.code ?? 'none' });
    return new Error(say(name, { reason: error.message, cure }), { cause: error });
  };

/** Before the commit. */
export const untouched = told('untouched');

/** After it. */
export const unsettled = told('unsettled');

/** Where it cannot be told which. */
export const undecided = told('undecided');

/** Where nothing but tidying up has failed. */
export const left = told('left');

/** Where an update was written and could not be noted. */
export const notNoted = told('notNoted');

/** Does what must follow whatever comes of `act`. The first fault counts: the second mostly comes of it. */
export async function followed<T>(act: () => Promise<T>, follow: () => Promise<void>): Promise<T> {
  const [done] = await Promise.allSettled([act()]);
  const [then] = await Promise.allSettled([follow()]);
  if (done.status === 'rejected') throw done.reason;
  if (then.status === 'rejected') throw left(then.reason);
  return done.value;
}
