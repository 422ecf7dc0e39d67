import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { tableHref } from '@/components/links';
import { sharedMetadata } from '@/components/shared-metadata';
import type { Tables } from '@/lib/table/select';
import type { Chosen } from '@/lib/view/chosen';

export function tableMetadata(tables: Tables, id: string, chosen?: Chosen): Metadata {
  const { title, description } = (tables.get(id) ?? notFound()).resource;
  const path = tableHref(id);
  return {
    title,
    description,
    ...sharedMetadata({ title, description, path, picture: `${path}.png` }, chosen),
  };
}
