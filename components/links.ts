import { topicOf } from '@/lib/table/pages';

/** The addresses that pages point to. They are promises: once out, they keep working. */

export const claimHref = (id: string): string => `/claims/${id}`;
export const tableHref = (id: string): string => `/tables/${id}`;
export const sourceHref = (id: string): string => `/tables/sources/${topicOf(id)}#${id}`;
