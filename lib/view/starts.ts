import { z } from 'zod';
import { chosenHref, parseChosen } from './chosen';

/** Views for a reader of `/chart` to begin with, who has chosen no series yet: a title, and the parameters of the address. */
export const startsSchema = z.array(
  z.strictObject({ title: z.string().min(1), view: z.record(z.string(), z.string()) }),
);
export type Start = z.infer<typeof startsSchema>[number];

export const startHref = ({ view }: Start): string => chosenHref('/chart', parseChosen(view));
