/** All of them, or one error that tells everything that is wrong with any of them. */
export async function allOrReport<T extends readonly Promise<unknown>[]>(
  promises: [...T],
): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(promises);
  const failed = settled.flatMap((one) =>
    one.status === 'rejected' ? [(one.reason as Error).message] : [],
  );
  if (failed.length > 0) throw new Error([...new Set(failed)].join('\n'));
  return Promise.all(promises) as Promise<{ [K in keyof T]: Awaited<T[K]> }>;
}
